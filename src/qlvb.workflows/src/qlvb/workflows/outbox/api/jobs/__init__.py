"""``@jobs``: the work that is still owed to a record, and what came of it."""
