"""REST services of the local route."""
