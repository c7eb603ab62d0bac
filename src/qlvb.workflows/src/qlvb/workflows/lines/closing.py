"""When lines close each other: pure rules over the lines of one record.

A line is here anything with ``id``, ``role``, ``state`` and ``parent``. A line *decides* when it and all lines above it
are lead lines: the deciding lines say when the record is done.
"""

OPEN = ("new", "in_progress", "forwarded")


def is_open(line):
    """bool: its holder still has something to do."""
    return line.state in OPEN


def descendants(lines, line):
    """Lines forwarded from ``line``, directly or not: list."""
    found = [child for child in lines if child.parent == line.id]
    for child in list(found):
        found.extend(descendants(lines, child))
    return found


def deciding(lines):
    """The lead lines whose branch was opened by lead lines only: list."""
    by_id = {line.id: line for line in lines}

    def decides(line):
        return line.role == "lead" and (not line.parent or line.parent not in by_id or decides(by_id[line.parent]))

    return [line for line in lines if decides(line)]


def settled(lines):
    """bool: there is a deciding line, none is open, one at least is finished."""
    return _outcome(deciding(lines)) == "finished"


def stranded(lines):
    """bool: there was a deciding line, and all were returned or withdrawn: somebody must assign anew."""
    return _outcome(deciding(lines)) == "given_back"


def consequences(lines):
    """What follows from the present states, one step: list of (line, new state, reason word).

    A forwarded line finishes with its lead children and comes back to its holder when none of them did the work. When
    the deciding lines have settled, everything still open closes. Apply and ask again until nothing follows.
    """
    for line in lines:
        if line.state == "forwarded":
            outcome = _outcome([child for child in lines if child.parent == line.id and child.role == "lead"])
            if outcome == "finished":
                return [(line, "finished", "children_finished")]
            if outcome in ("given_back", "none"):
                return [(line, "in_progress", "children_gave_back")]
    if settled(lines):
        return [(line, "finished", "lead_finished") for line in lines if is_open(line)]
    return []


def _outcome(lead_lines):
    if not lead_lines:
        return "none"
    if any(is_open(line) for line in lead_lines):
        return "open"
    return "finished" if any(line.state == "finished" for line in lead_lines) else "given_back"
