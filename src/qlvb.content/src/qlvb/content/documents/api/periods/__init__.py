"""``@periods``: years and months of an agency's documents."""
