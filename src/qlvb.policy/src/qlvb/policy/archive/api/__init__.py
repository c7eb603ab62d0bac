"""REST of the archive in figures."""
