"""Keeping paper: making stores, shelves and boxes, laying dossiers into them, labels with QR codes."""
