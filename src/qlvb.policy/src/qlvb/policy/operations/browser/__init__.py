"""Screens of how the system runs."""
