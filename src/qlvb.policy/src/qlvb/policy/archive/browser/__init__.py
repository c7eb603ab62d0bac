"""Screens of the archive in figures."""
