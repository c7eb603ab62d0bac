"""``@backups`` of the site."""
