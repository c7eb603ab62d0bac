"""Numbers with their lists: tables of counts, each of which opens exactly what it counted; others fill them."""
