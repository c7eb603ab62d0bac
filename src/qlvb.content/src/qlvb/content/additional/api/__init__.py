"""Services of additional fields."""
