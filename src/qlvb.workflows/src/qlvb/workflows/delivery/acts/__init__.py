"""Acts on the deliveries of an issued document."""
