"""REST of steering."""
