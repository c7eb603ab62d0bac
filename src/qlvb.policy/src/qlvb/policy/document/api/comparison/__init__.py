"""``@comparison``: what changed between two versions of a file."""
