"""Views of documents that are no longer in force."""
