"""Service of roles."""
