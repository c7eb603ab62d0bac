"""``@notices``: what the person was told."""
