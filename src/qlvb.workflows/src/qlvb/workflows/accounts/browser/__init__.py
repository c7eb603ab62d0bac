"""Screens of what is done with accounts."""
