"""Sending an issued document to its recipients, and the states that come back."""
