"""REST of stores, shelves and boxes."""
