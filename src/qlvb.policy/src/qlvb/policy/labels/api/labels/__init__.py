"""``@label-set`` of an agency."""
