"""The archive in figures; every number with the list that it counted."""
