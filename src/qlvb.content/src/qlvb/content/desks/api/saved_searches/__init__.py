"""``@saved-searches``: searches that a person has given a name; ``@columns``: the columns he wants in a list."""
