"""How the system runs, for who runs it: sending times, queues, failures, backups, room on the disk (screens 2.7)."""
