"""``@export`` and ``@exports``: lists as files."""
