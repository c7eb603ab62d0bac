"""``@access-statistics``."""
