"""Screens of transfers."""
