"""The screen of the link's settings."""
