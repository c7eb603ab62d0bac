"""The e-mail of an agency: letters of its mailbox become incoming documents that wait for the clerk."""
