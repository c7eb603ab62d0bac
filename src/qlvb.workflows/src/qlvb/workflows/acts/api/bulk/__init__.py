"""``@bulk``: one act on many records."""
