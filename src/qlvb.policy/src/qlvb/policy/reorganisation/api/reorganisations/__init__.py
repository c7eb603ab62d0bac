"""``@reorganisations`` of the site."""
