"""``@local-signing`` of records and of the site."""
