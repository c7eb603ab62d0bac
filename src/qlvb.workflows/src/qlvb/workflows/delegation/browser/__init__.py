"""Screens of delegation and absence."""
