"""``@who-can-see``: who may see a record, and why."""
