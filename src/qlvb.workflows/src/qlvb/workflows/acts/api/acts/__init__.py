"""Service ``@acts``: what can be done with a record, and doing it."""
