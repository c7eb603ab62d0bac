"""REST services of the rights."""
