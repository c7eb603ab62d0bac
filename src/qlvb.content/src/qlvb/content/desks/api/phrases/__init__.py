"""Service ``@phrases``: sentences used again and again."""
