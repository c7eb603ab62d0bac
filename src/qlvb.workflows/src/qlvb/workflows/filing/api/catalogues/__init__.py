"""``@catalogues`` of an agency."""
