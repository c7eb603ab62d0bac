"""``@personal-documents`` of the site: what the person keeps for himself."""
