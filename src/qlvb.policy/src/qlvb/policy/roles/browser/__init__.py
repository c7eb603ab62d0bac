"""Screen of roles."""
