"""``@draft-text``."""
