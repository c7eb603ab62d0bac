"""Services of how the system runs."""
