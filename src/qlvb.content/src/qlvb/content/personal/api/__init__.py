"""REST services."""
