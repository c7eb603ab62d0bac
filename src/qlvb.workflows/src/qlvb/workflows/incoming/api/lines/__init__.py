"""``@lines``: who has to do what with a document."""
