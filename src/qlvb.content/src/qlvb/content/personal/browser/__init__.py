"""Screens of personal documents."""
