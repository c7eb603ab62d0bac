"""Acts on transfers."""
