"""``@onestop-results``: results that the one-stop system fetches and acknowledges."""
