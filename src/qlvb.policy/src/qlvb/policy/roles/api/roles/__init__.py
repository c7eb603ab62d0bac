"""``@roles`` of the site."""
