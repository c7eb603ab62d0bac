"""REST services of files."""
