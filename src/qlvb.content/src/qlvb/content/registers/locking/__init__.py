"""One writer at a time per name, across threads and processes (design decision 5)."""
