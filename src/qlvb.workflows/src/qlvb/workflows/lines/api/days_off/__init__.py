"""Service ``@days-off`` of an agency and of the site."""
