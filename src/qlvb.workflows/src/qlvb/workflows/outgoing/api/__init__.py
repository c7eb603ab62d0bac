"""Services of outgoing documents."""
