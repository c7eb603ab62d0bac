"""What people have to do and have done: assignment lines counted and found by person, unit and measure.

The filter ``work`` names one number of an overview: ``late:leminhanh:2026-01-01:2026-03-31`` or, for everybody of an
agency or department, ``open:@skhcn.cntt:2026-01-01:2026-03-31``. The days bound what was finished; what is open, due
and overdue is so today.
"""

from dataclasses import dataclass
from datetime import date
from qlvb.content import clock
from qlvb.content.index.incoming_boxes import DUE_SOON
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from sqlalchemy import case
from sqlalchemy import column
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import values
from zope.component import getUtility


MEASURES = ("open", "due", "overdue", "in_time", "late")
#: What is told for information is no work.
_ROLES = ("lead", "coordinate")
_DONE = ("finished", "task.finished")
#: Lines that are neither work nor done.
_GONE = ("returned", "withdrawn", "task.returned", "task.closed")
_LINES = assignment_lines.c


@dataclass(frozen=True)
class Work:
    """``who``: a userid, or ``@`` and an agency or department; ``first``, ``last``: dates."""

    measure: str
    who: str
    first: date
    last: date

    def __str__(self):
        return f"{self.measure}:{self.who}:{self.first.isoformat()}:{self.last.isoformat()}"

    @property
    def recipients(self):
        """Those whose work it is, as lines name them: list."""
        return recipients_of(self.who[1:]) if self.who.startswith("@") else [self.who]


def read_work(text):
    """The Work that a value of the filter names, None when it names none.

    >>> str(read_work("late:leminhanh:2026-01-01:2026-03-31"))
    'late:leminhanh:2026-01-01:2026-03-31'
    >>> read_work("soon:leminhanh:2026-01-01:2026-03-31"), read_work("late:a:2026-03-31:2026-01-01")
    (None, None)
    """
    parts = str(text).split(":")
    if len(parts) != 4 or parts[0] not in MEASURES or not parts[1] or "\0" in parts[1]:
        return None
    try:
        first, last = map(date.fromisoformat, parts[2:])
    except ValueError:
        return None
    return Work(parts[0], parts[1], first, last) if first <= last else None


def with_work(texts):
    """Clause on ``records`` for values of the filter (list of str), None when one names no work."""
    found = [read_work(text) for text in texts]
    if not found or None in found:
        return None
    return or_(*(records.c.id.in_(_ids_of(work)) for work in found))


def _ids_of(work):
    of_them = _LINES.recipient.in_(work.recipients)
    return select(_LINES.record_id).where(of_them, _of_measure(work.measure, work.first, work.last))


def people_of(unit):
    """userids of an agency (``skhcn``) or department (``skhcn.cntt``), by name: list; [] for none."""
    agency, _dot, department = unit.partition(".")
    directory = getUtility(IDirectory)
    found, heir = directory.people(agency), directory.heir(agency, department)
    return [
        person.userid
        for person in found
        if not department or any((post.agency, post.department) == (agency, heir) for post in person.posts)
    ]


def recipients_of(unit):
    """Whom lines of the work of an agency or department name: its people, and the places themselves, for tasks that a
    unit has and nobody in it yet; a department with those whose business it carries on.
    """
    agency, _dot, department = unit.partition(".")
    directory = getUtility(IDirectory)
    units = [one.id for one in (*directory.departments(agency), *directory.departments(agency, closed=True))]
    if department:
        heir = directory.heir(agency, department)
        return [*people_of(unit), *(f"{agency}.{one}" for one in units if directory.heir(agency, one) == heir)]
    return [*people_of(unit), agency, *(f"{agency}.{one}" for one in units)]


def _of_measure(measure, first, last):
    """Clause on ``assignment_lines``."""
    today = clock.today().toordinal()
    undone = (_LINES.finished_day == 0) & _LINES.state.not_in(_GONE)
    done = _LINES.state.in_(_DONE) & _LINES.finished_day.between(first.toordinal(), last.toordinal())
    in_time = (_LINES.deadline_day == 0) | (_LINES.finished_day <= _LINES.deadline_day)
    clause = {
        "open": undone,
        "due": undone & _LINES.deadline_day.between(today, today + DUE_SOON),
        "overdue": undone & _LINES.deadline_day.between(1, today - 1),
        "in_time": done & in_time,
        "late": done & ~in_time,
    }[measure]
    return _LINES.role.in_(_ROLES) & clause


def count_work(connection, clauses, rows, first, last):
    """How many records each row of a table has of every measure, in one statement.

    ``rows``: dict key -> those whom lines name. ``clauses`` on ``records`` narrow to what the viewer may see. Returns
    dict key -> dict measure -> int.
    """
    pairs = [(userid, key) for key, userids in rows.items() for userid in userids]
    none = dict.fromkeys(MEASURES, 0)
    found = {key: dict(none) for key in rows}
    if not pairs:
        return found
    people = values(column("userid", _LINES.recipient.type), column("key", _LINES.recipient.type), name="people")
    people = people.data(pairs).cte("people")
    counts = [
        func.count(case((_of_measure(measure, first, last), _LINES.record_id)).distinct()).label(measure)
        for measure in MEASURES
    ]
    joined = (
        assignment_lines.join(people, people.c.userid == _LINES.recipient)
        .join(records, records.c.id == _LINES.record_id)
    )  # fmt: skip
    question = select(people.c.key.label("key"), *counts).select_from(joined).where(*clauses).group_by(people.c.key)
    for row in connection.execute(question).mappings():
        found[row["key"]] = {measure: row[measure] for measure in MEASURES}
    return found
