"""Who may see and do what, and why: roles with causes, secrecy."""
