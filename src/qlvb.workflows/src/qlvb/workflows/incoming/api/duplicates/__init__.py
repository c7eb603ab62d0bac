"""Service ``@duplicates`` of an agency."""
