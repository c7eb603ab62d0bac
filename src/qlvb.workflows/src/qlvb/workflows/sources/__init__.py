"""What comes in by itself, as the clerk sees it: the agency's mailbox and the folder of its scanner, side by side."""
