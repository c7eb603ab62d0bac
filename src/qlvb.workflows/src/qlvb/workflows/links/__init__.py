"""Connections with systems of others: an address and a token, messages in their order, retries, a log, a try-out."""
