"""``@overview``: the tables of the overview."""
