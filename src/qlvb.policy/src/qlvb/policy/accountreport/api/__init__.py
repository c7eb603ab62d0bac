"""Service of the yearly report."""
