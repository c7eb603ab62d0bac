"""``@holds`` of an agency and of a record, ``@hold`` of one hold."""
