"""Screens of the rights."""
