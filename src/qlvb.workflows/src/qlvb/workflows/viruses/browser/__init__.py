"""``@@virus-scanner``: where the scanner answers."""
