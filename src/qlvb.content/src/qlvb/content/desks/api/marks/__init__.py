"""Service ``@marks``: star and private note of a record, and all of one's own."""
