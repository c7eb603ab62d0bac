"""The screen of review routes."""
