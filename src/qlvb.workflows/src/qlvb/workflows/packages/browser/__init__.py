"""Screens of packages: those of a dossier, and SIPs taken in."""
