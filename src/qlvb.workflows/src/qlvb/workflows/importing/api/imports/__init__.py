"""``@import``: documents of past years over REST."""
