"""``@personal-document`` of a personal document."""
