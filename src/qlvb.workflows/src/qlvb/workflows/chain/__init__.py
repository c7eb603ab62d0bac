"""The chain in which a document stands: received, submitted, answered, answered back."""
