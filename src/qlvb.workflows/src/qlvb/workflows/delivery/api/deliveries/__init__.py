"""``@deliveries``: where a document was sent to and how far it is there; on a received one, what the sender was
told.
"""
