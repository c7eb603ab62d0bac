"""Screens of disposal."""
