"""REST services of the document screen."""
