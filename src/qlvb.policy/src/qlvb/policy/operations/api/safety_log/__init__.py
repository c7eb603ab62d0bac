"""Unusual sign-ins and blocked files over REST."""
