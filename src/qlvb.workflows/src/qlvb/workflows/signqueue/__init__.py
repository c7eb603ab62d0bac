"""Hàng đợi ký (C7): signatures that people have ordered, under way or failed; none is ever lost."""
