"""``@virus-scanner`` of the site."""
