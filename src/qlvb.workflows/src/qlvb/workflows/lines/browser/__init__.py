"""Screens of the lines."""
