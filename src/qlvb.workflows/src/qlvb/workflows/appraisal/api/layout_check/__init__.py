"""``@layout-check``."""
