"""``@incoming``: a clerk registers a document that came on paper."""
