"""``@tiles``: the tiles of the home page with their counts, and how the person has arranged them."""
