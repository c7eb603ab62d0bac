"""``@reading-settings``."""
