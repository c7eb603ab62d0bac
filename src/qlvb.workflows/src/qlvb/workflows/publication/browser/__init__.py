"""The public page of published documents."""
