"""``@onestop-link``: settings and log of the link."""
