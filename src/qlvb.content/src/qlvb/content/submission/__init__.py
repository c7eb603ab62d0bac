"""Phiếu trình: a question put to leaders, with its grounds, options, proposal and the drafts that depend on it."""
