"""``@failed-jobs`` of the site."""
