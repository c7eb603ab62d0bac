"""Service ``@consultation``: what was asked about a draft, and the table of answers."""
