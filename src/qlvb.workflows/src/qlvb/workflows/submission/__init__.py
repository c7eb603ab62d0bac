"""Acts on submission notes: put to leaders, commented on, decided, returned; what follows for the attached drafts."""
