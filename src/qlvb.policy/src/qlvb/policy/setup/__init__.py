"""Roles, site creation, upgrade steps."""
