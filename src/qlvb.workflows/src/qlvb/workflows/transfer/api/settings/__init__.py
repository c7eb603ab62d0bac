"""Service ``@transfer-settings``."""
