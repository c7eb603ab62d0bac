"""Tasks: what one unit or person has to do for another until when, alone or from a sentence of a document."""
