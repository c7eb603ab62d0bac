"""The bell, the list of notices, their settings, and the application on a phone."""
