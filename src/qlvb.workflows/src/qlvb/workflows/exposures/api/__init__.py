"""REST services of reports of secret material."""
