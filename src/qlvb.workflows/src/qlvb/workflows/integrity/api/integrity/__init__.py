"""``@integrity`` and ``@restore-file``."""
