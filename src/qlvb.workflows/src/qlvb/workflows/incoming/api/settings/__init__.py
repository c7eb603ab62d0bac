"""Service ``@incoming-settings`` of an agency."""
