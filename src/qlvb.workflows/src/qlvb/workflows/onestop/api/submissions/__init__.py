"""``@onestop-submissions``: drafts that the one-stop system submits to be signed and issued."""
