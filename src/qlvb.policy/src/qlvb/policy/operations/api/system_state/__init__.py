"""``@system-state`` of the site."""
