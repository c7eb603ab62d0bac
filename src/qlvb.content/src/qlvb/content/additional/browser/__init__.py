"""The screen of additional fields."""
