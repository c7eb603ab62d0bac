"""Message catalogues: what the sources say, and whether every message has its English."""
