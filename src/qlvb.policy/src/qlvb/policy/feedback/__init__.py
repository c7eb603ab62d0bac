"""Góp ý: what people say about the software, from any screen, to their administrators and back (features P2)."""
