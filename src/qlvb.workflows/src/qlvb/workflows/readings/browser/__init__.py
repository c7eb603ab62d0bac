"""Screens of reading and lending."""
