"""The separator sheet for printing."""
