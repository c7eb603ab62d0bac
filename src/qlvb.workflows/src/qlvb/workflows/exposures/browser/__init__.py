"""Screens of reports of secret material."""
