"""Recall, replacement and update of an issued document: asked for by the clerk, decided by the signer."""
