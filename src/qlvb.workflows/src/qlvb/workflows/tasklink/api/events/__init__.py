"""``@province-events``: what the province decides about its tasks."""
