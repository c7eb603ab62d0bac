"""Proof that nothing was altered: checkpoints over the journals of all records, and the fixity of every file."""
