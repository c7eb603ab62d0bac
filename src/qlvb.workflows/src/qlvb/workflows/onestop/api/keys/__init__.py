"""``@onestop-keys`` of the site."""
