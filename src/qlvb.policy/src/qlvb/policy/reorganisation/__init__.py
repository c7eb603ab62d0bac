"""Screens and REST of plans of reorganisation; tiles of the group Tổ chức."""
