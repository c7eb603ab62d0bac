"""``@schedule``: the entries of an agency's work schedule."""
