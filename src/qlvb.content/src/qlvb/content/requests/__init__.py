"""Requests for accounts: Mẫu 01 (new), 02 (change), 03 (withdrawal) of the account regulation."""
