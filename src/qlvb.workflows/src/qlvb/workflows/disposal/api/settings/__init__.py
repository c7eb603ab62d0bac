"""``@disposal-settings``."""
