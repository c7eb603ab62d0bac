"""``@arrival-sources`` of an agency."""
