"""Jobs of transfers."""
