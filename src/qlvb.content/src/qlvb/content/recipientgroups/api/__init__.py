"""REST of groups of recipients."""
