"""``@account-rules`` of the site."""
