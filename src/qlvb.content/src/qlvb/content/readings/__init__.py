"""Requests to read and lend records: who asks for what, why, and until when he has it."""
