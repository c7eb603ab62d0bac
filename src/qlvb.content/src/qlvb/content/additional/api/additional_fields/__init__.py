"""``@additional-fields``."""
