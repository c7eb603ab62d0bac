"""Services of remarks."""
