"""A long catalogue is edited part by part: a form of several hundred rows is slow to open, and Zope takes no more than
1,024 fields in one (``form-part-limit``). Pure functions over lists of rows.
"""

#: Rows of one part.
ROWS = 40


def key_of(row):
    """str that tells a row of a catalogue (dict) from the others."""
    return f"{row['heading']}:{row['number']}"


def part_of(rows, number):
    """(number of the part that is shown, from 1; its rows; number of parts). All rows where they are few."""
    count = max(-(-len(rows) // ROWS), 1)
    number = min(max(number, 1), count)
    return number, list(rows[(number - 1) * ROWS : number * ROWS]), count


def put_back(rows, shown, given):
    """All rows of a catalogue after those that the form had shown (keys) were sent back as ``given``: list.

    What somebody else has added meanwhile stays; what was shown and is not among ``given`` was taken out.
    """
    keys = set(shown)
    place = next((place for place, row in enumerate(rows) if key_of(row) in keys), len(rows))
    others = [row for row in rows if key_of(row) not in keys]
    return [*others[:place], *given, *others[place:]]
