"""Screens of incoming documents that need nothing of the shell but its frame."""
