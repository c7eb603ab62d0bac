"""Taking in a SIP: checked first, then a dossier with its documents in the receiving agency's archive."""
