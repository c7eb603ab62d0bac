"""``@archive-extract``."""
