"""Service ``@signatures``: the checked signatures of a document."""
