"""What is done with accounts: suspending, resuming, watching over their use, requests for accounts (Mẫu 01, 02, 03)."""
