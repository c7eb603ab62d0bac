"""Theo dõi: whoever follows a record is told of what happens to it, for as long as he may see it."""
