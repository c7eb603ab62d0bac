"""``@package-ingests`` of an agency."""
