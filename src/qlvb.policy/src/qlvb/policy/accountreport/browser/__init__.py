"""Screens of the yearly report."""
