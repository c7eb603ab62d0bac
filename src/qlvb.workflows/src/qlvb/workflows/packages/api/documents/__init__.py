"""``@document-packages`` of an agency."""
