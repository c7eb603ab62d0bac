"""``@feedback``, ``@own-feedback``."""
