"""REST services of signing."""
