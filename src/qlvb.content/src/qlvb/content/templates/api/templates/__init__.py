"""Service ``@templates`` of an agency."""
