"""Keys, prepared places, signatures, seals and their verification."""
