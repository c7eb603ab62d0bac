"""``@readings``, ``@reading``, ``@copies``."""
