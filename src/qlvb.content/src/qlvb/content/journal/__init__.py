"""The append-only, hash-chained history of a record."""
