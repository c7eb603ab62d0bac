"""Services of the lines."""
