"""Screens of remarks."""
