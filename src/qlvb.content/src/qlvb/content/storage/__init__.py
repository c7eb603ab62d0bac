"""What keeps transactions of many people apart: the storage's leftovers, and the pace of second tries."""
