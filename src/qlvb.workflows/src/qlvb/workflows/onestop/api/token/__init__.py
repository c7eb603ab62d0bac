"""``@onestop-token`` of the site."""
