"""``@account-requests`` of an agency and of the site, ``@account-request`` of one request."""
