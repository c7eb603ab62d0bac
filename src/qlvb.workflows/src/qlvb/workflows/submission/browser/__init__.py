"""Screens of submission notes."""
