"""The form of an act."""
