"""The text of files for the search, read in jobs."""
