"""Acts on requests to read."""
