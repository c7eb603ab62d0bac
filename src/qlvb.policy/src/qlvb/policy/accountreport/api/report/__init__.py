"""``@account-report`` of an agency."""
