"""Acts on dossiers and of filing documents in them."""
