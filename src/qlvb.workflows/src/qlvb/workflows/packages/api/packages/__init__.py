"""``@packages`` of a dossier."""
