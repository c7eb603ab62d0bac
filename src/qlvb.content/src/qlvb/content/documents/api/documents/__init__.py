"""``@documents``: new documents of an agency."""
