"""Service ``@recipient-groups`` of an agency."""
