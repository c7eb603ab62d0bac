"""Services of the chain."""
