"""REST services of the organisation."""
