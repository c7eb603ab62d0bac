"""Acts on incoming documents, one class each."""
