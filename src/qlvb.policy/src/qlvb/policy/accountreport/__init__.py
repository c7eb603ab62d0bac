"""Mẫu 04: an agency's yearly report about its accounts, filled from what the system knows."""
