"""Screens of stores, shelves and boxes."""
