"""``@people`` and ``@agencies``: what the pickers of forms search in."""
