"""Services of the acts."""
