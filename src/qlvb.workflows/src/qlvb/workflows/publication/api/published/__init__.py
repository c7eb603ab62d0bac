"""Service ``@published`` of the site."""
