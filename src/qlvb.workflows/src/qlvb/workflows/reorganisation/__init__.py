"""Plans of reorganisation tried, confirmed and carried out."""
