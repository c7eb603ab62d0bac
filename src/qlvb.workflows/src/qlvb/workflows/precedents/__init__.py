"""Precedents (tiền lệ): the acts that mark a record as one, and end it."""
