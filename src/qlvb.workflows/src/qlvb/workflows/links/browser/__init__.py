"""The page of a link's settings."""
