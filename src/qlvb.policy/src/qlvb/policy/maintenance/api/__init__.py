"""Services of maintenance notices."""
