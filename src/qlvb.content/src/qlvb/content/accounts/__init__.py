"""Accounts of an agency through their life: first password, use, suspension, work that leavers leave behind."""
