"""Screens of integrity."""
