"""REST: review routes of an agency."""
