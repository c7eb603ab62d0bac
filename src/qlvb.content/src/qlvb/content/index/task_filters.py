"""Clauses for tasks: where they are carried out, and whether in time. Pure functions."""

from qlvb.content import clock
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import records
from sqlalchemy import and_
from sqlalchemy import case
from sqlalchemy import literal
from sqlalchemy import or_
from sqlalchemy import select


#: Which line of a task names the place where it is carried out.
UNIT_LINE = "unit"
TIMELINESS = ("in_time", "late")
#: Nobody is late with a task that was closed or given back.
UNJUDGED = ("closed", "returned")


def timeliness():
    """Expression over ``records``: ``late``, ``in_time`` or ""; of a finished task by the day on which it was."""
    judged = case(
        (records.c.state == "finished", records.c.arrival_day),
        else_=clock.today().toordinal(),
    )
    none = or_(records.c.deadline_day >= NO_DEADLINE, records.c.state.in_(UNJUDGED))
    return case((none, literal("")), (judged > records.c.deadline_day, literal("late")), else_=literal("in_time"))


def with_timeliness(value):
    """Tasks in time or late (str or several); None for what is neither."""
    values = [str(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
    if not set(values) <= set(TIMELINESS):
        return None
    return and_(records.c.portal_type == "Task", timeliness().in_(values))


def extended():
    """Expression over ``records``: 1 for a task whose deadline was put off at somebody's request, else 0."""
    return case((records.c.facts["extensions"].as_integer() > 0, literal(1)), else_=literal(0))


def with_extended(value):
    """Tasks whose deadline was put off (``1``) or never was (``0``); None for what is neither."""
    values = {str(one) for one in (value if isinstance(value, (list, tuple)) else [value])}
    if not values <= {"0", "1"}:
        return None
    return and_(records.c.portal_type == "Task", extended().in_([int(one) for one in sorted(values)]))


def with_executor(value):
    """Tasks carried out at one of these places (``snv``, ``snv.ccvc``)."""
    values = [str(one) for one in (value if isinstance(value, (list, tuple)) else [value])]
    if len(values) > 100 or any("\0" in one for one in values):
        return None
    lines = assignment_lines
    here = select(lines.c.record_id).where(lines.c.line == UNIT_LINE, lines.c.recipient.in_(values))
    return records.c.id.in_(here)
