"""The life of an incoming document: acceptance, registration, direction, handling."""
