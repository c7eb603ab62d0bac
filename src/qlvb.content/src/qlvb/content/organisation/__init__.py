"""Agencies, departments, posts, people and their function groups."""
