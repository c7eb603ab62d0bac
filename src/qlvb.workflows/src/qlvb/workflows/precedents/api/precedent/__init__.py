"""``@precedent`` of a record."""
