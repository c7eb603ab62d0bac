"""Screens of an agency's gateway for short messages, and of the servers that are allowed."""
