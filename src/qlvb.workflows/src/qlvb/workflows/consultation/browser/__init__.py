"""The screen of a consultation."""
