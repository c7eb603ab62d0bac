"""Boxes answered from their entries alone: every entry says where it stands in its box, and who may see it."""

from dataclasses import dataclass
from qlvb.content import clock
from qlvb.content.index.boxes import order_in
from qlvb.content.index.filters import sort_of
from qlvb.content.index.paging import Walk
from qlvb.content.index.question import box_of
from qlvb.content.index.tables import box_entries
from qlvb.content.index.viewer import Viewer
from sqlalchemy import Boolean
from sqlalchemy import Text
from sqlalchemy import and_
from sqlalchemy import column
from sqlalchemy import distinct
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import union_all
from sqlalchemy import values
from typing import NamedTuple


#: A box of more principals and members than this is sorted when it is asked: it is one of work in hand, and short.
MOST_PARTS = 24


@dataclass(frozen=True)
class Entries:
    """The entries of ``seats`` (list of :class:`Seat` that have any) that may be seen, of one ``agency`` only unless it
    is "", with a deadline in ``span`` (ordinal days, None for no matter). ``viewer``: who asks.
    """

    seats: list
    viewer: Viewer
    agency: str = ""
    span: tuple | None = None

    @property
    def count(self):
        """SELECT of how many records they are of."""
        parts = [select(box_entries.c.record_id).where(self._of(seat), *self._clauses) for seat in self.seats]
        if not parts:
            return select(literal(0))
        # A record stands in a box of one principal once; else it is told from itself.
        if self._is_one_box:
            counts = [select(func.count()).select_from(part.subquery()).scalar_subquery() for part in parts]
            return select(sum(counts[1:], counts[0]))
        return select(func.count(distinct(union_all(*parts).subquery().c.record_id)))

    def walk(self, by, reverse):
        """The :class:`~qlvb.content.index.paging.Walk` over them by a column; its keys are the ids of records."""
        parts = tuple((self._of(seat),) for seat in self.seats)
        if len(parts) > MOST_PARTS:
            parts = ((or_(*(part for (part,) in parts)),),)
        return Walk(self._clauses, by, box_entries.c.record_id, reverse, parts, overlapping=not self._is_one_box)

    @property
    def _is_one_box(self):
        return len({(seat.principal, seat.box) for seat in self.seats}) < 2

    def _of(self, seat):
        here = _at(seat.principal, seat.box, seat.open)
        return here if seat.is_seen else and_(here, self.viewer.rights_to_entries)

    @property
    def _clauses(self):
        clauses = [box_entries.c.agency == self.agency] if self.agency else []
        return clauses + ([box_entries.c.deadline_day.between(*self.span)] if self.span else [])


class Seat(NamedTuple):
    """Entries of a ``principal`` in the box with the id ``box``, those that are ``open`` to him or the others.
    ``is_seen``: whoever asks may see them all.
    """

    principal: str
    box: str
    open: bool
    is_seen: bool


def entries_for(connection, question, viewer):
    """(:class:`Entries`, column by which they are sorted, reverse) for a
    :class:`~qlvb.content.index.question.Question`; None when entries do not say enough: it has filters, or is sorted in
    another way than its box.
    """
    box = box_of(question.box) if question.box else None
    if box is None or not box.members or box.relay or question.types or not _is_plain(question.filters):
        return None
    wanted, reverse = sort_of(question.sort, question.own_sort)
    if wanted.name == box_entries.c.deadline_day.name == box.sort[0]:
        by = box_entries.c.deadline_day
    elif all(order_in(member) == wanted.name for member in box.members):
        by = box_entries.c.place
    else:
        return None
    (entries,) = _entries(connection, [box], viewer, question.filters)
    return entries, by, reverse


def count_entries(connection, boxes, viewer, filters):
    """dict box id -> how many records sit in it for the viewer, for boxes with members; None when entries do not say
    enough. Two statements for all of them.
    """
    if not _is_plain(filters):
        return None
    counts = [entries.count.scalar_subquery() for entries in _entries(connection, boxes, viewer, filters)]
    found = connection.execute(select(*counts)).one() if counts else ()
    return dict(zip((box.id for box in boxes), found, strict=True))


def _is_plain(filters):
    """bool: nothing is asked but one agency."""
    asked = {name for name, value in (filters or {}).items() if value}
    return not asked or (asked == {"agency"} and isinstance(filters["agency"], str))


def _entries(connection, boxes, viewer, filters):
    """The :class:`Entries` of each box: list."""
    seats = _seats(connection, viewer, dict.fromkeys(member for box in boxes for member in box.members))
    agency, today = (filters or {}).get("agency") or "", clock.today()
    return [
        Entries([seat for seat in seats if seat.box in box.members], viewer, agency, box.deadlines(today))
        for box in boxes
    ]


def _seats(connection, viewer, members):
    """The :class:`Seat` in which there is any entry: list."""
    wanted = [
        (principal, member, is_open)
        for principal in sorted(viewer.principals)
        for member in members
        for is_open in (True, False)
    ]
    if not wanted:
        return []
    columns = column("principal", Text), column("box", Text), column("open", Boolean)
    asked = values(*columns, name="wanted").data(wanted).cte("wanted_seats")
    # A subquery with a limit of one: a look into the index each, whatever the planner thinks of joins.
    entry = select(literal(1)).select_from(box_entries).where(_at(asked.c.principal, asked.c.box, asked.c.open))
    is_any = entry.limit(1).correlate(asked).scalar_subquery().label("is_any")
    found = connection.execute(select(asked.c.principal, asked.c.box, asked.c.open, is_any))
    own = viewer.sees_open_entries
    return [Seat(row.principal, row.box, bool(row.open), own and bool(row.open)) for row in found if row.is_any]


def _at(principal, box, is_open):
    return and_(box_entries.c.principal == principal, box_entries.c.box == box, box_entries.c.open == is_open)
