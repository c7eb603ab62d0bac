"""``@archive-statistics``."""
