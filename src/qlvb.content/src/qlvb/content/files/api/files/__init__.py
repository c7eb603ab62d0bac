"""``@files``: the files of a record."""
