"""Screens of holds."""
