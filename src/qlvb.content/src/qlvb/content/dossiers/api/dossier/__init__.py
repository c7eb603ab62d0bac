"""A dossier itself: changing its fields."""
