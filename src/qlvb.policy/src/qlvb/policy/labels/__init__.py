"""Bộ nhãn: the words of the product that an agency worked with before, over the same acts (product/screens 2.8)."""
