"""Main template, menus, home, lists, look."""
