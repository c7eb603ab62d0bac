"""Screens of an agency's mailbox, which need nothing of the shell but its frame."""
