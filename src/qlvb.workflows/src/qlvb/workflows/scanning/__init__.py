"""What scanners drop into folders becomes documents that wait for the clerk."""
