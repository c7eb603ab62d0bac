"""``@onestop-units``: the agencies that are linked, and their people."""
