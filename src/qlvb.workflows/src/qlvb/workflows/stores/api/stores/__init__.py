"""``@stores``, ``@places``, ``@box``."""
