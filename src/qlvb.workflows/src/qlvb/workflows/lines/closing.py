"""When lines close each other: pure rules over the lines of one record.

A line is here anything with ``id``, ``role``, ``state``, ``parent``, ``resume`` and ``confirm`` (see ILine). A line
*decides* when it and all lines above it are lead lines: the deciding lines say when the record is done.
"""

OPEN = ("new", "in_progress", "forwarded", "to_extend", "to_confirm")


def is_open(line):
    """bool: its holder, or who gave it, still has something to do."""
    return line.state in OPEN


def has_work(line):
    """bool: it is its holder's turn: not forwarded, not reported, nothing to read only."""
    return is_open(line) and line.role != "information" and line.state != "to_confirm" and not waits_for_children(line)


def stands_in_way(line, role):
    """bool: whoever holds ``line`` cannot be given one in ``role``: one thing to do at a time. What was given to read
    only gives way to work.
    """
    return is_open(line) and (line.role != "information" or role == "information")


def waits_for_children(line):
    """bool: the work lies with those to whom the holder forwarded it."""
    return line.state == "forwarded" or (line.state == "to_extend" and line.resume == "forwarded")


def become(line, state):
    """Put a line into ``state``. One that waits for an answer about its deadline goes on waiting until it closes."""
    if line.state == "to_extend" and state in ("in_progress", "forwarded"):
        line.resume = state
    else:
        line.state = state
        line.resume = ""


def descendants(lines, line):
    """Lines forwarded from ``line``, directly or not: list."""
    found = [child for child in lines if child.parent == line.id]
    for child in list(found):
        found.extend(descendants(lines, child))
    return found


def sharing(lines, line):
    """Lines that were given with ``line`` under one deadline, itself among them: list. Whoever works on one thing
    together has one deadline, so it moves for all of them.
    """
    return [
        other
        for other in lines
        if other is line
        or (
            is_open(other)
            and other.role != "information"
            and (other.parent, other.assigned_by, other.deadline) == (line.parent, line.assigned_by, line.deadline)
        )
    ]


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

    A forwarded line finishes with its lead children (or waits for its result to be accepted) and comes back to its
    holder when none of them did the work. When the deciding lines have settled, everything still open closes. Apply
    with :func:`become` and ask again until nothing follows.
    """
    for line in lines:
        if waits_for_children(line):
            outcome = _outcome([child for child in lines if child.parent == line.id and child.role == "lead"])
            if outcome == "finished":
                return [(line, "to_confirm" if line.confirm else "finished", "children_finished")]
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
