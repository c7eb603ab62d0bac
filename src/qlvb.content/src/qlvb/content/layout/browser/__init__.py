"""Starting files for drafters."""
