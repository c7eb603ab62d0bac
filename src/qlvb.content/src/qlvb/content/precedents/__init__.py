"""Precedents (tiền lệ): records that show how a kind of matter was settled, and are kept for it."""
