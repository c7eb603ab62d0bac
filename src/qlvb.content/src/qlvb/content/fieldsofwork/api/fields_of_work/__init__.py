"""``@fields-of-work``."""
