"""``@maintenance`` of the site."""
