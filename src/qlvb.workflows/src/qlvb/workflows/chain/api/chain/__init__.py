"""Service ``@chain`` of a record."""
