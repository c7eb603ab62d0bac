"""``@standing`` of a record."""
