"""REST of integrity."""
