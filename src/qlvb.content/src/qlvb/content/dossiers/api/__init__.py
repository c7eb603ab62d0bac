"""Services of dossiers."""
