"""REST services of documents."""
