"""A document itself: changing its fields."""
