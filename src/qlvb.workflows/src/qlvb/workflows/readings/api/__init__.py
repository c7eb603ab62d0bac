"""REST of reading and lending."""
