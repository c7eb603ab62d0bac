"""``@suspension`` and ``@acts`` of a person."""
