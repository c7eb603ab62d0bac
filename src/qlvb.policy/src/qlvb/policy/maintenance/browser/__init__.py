"""Screen of maintenance notices."""
