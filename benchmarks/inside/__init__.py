"""Programs that run inside Zope, in processes of their own; each prints JSON as its last line."""
