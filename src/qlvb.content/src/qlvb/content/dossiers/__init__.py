"""Dossier catalogues, dossiers and the documents referenced in them."""
