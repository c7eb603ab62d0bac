"""Boxes answered from their entries alone: every entry says where it stands in its box, and who may see it."""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content import clock
from qlvb.content.index.boxes import order_in
from qlvb.content.index.filters import sort_of
from qlvb.content.index.paging import Walk
from qlvb.content.index.question import box_of
from qlvb.content.index.tables import box_entries
from sqlalchemy import Text
from sqlalchemy import and_
from sqlalchemy import column
from sqlalchemy import distinct
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import select
from sqlalchemy import union_all
from sqlalchemy import values


#: A box of more principals and members than this is sorted when it is asked: it is one of work in hand, and short.
MOST_PARTS = 24


@dataclass(frozen=True)
class Entries:
    """The entries of ``seats`` (list of (principal, id of a box) that have any) that have all ``clauses``."""

    seats: list
    clauses: list = field(default_factory=list)

    @property
    def count(self):
        """SELECT of how many records they are of."""
        # A record stands in a box of one principal once.
        what = func.count() if len(self.seats) == 1 else func.count(distinct(box_entries.c.record_id))
        return select(what).select_from(box_entries).where(self._here, *self.clauses)

    def walk(self, by, reverse):
        """The :class:`~qlvb.content.index.paging.Walk` over them by a column; its keys are the ids of records."""
        parts = tuple((_at(*seat),) for seat in self.seats)
        if len(parts) > MOST_PARTS:
            parts = ((self._here,),)
        return Walk(self.clauses, by, box_entries.c.record_id, reverse, parts, overlapping=len(self.seats) > 1)

    @property
    def _here(self):
        if len(self.seats) == 1:
            return _at(*self.seats[0])
        principals, boxes = (sorted(set(some)) for some in zip(*self.seats, strict=True)) if self.seats else ([], [])
        return and_(box_entries.c.principal.in_(principals), box_entries.c.box.in_(boxes))


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
    found = dict.fromkeys((box.id for box in boxes), 0)
    counts = [
        select(literal(box.id).label("box"), entries.count.scalar_subquery().label("count"))
        for box, entries in zip(boxes, _entries(connection, boxes, viewer, filters), strict=True)
        if entries.seats
    ]
    if counts:
        found.update(connection.execute(union_all(*counts)).tuples().all())
    return found


def _is_plain(filters):
    """bool: nothing is asked but one agency."""
    asked = {name for name, value in (filters or {}).items() if value}
    return not asked or (asked == {"agency"} and isinstance(filters["agency"], str))


def _entries(connection, boxes, viewer, filters):
    """The :class:`Entries` of each box: list."""
    seats = _seats(connection, viewer.principals, dict.fromkeys(member for box in boxes for member in box.members))
    agency = (filters or {}).get("agency")
    found = []
    for box in boxes:
        clauses = [viewer.may_view_entry, *([box_entries.c.agency == agency] if agency else [])]
        span = box.deadlines(clock.today())
        if span is not None:
            clauses.append(box_entries.c.deadline_day.between(*span))
        found.append(Entries([seat for seat in seats if seat[1] in box.members], clauses))
    return found


def _seats(connection, principals, members):
    """(principal, id of a box) where there is any entry: list."""
    pairs = [(principal, member) for principal in sorted(principals) for member in members]
    if not pairs:
        return []
    wanted = values(column("principal", Text), column("box", Text), name="wanted").data(pairs).cte("wanted_seats")
    # A subquery with a limit of one: a look into the key each, whatever the planner thinks of joins.
    entry = select(literal(1)).select_from(box_entries).where(_at(wanted.c.principal, wanted.c.box)).limit(1)
    is_any = entry.correlate(wanted).scalar_subquery().label("is_any")
    found = connection.execute(select(wanted.c.principal, wanted.c.box, is_any))
    return [(row.principal, row.box) for row in found if row.is_any]


def _at(principal, box):
    return and_(box_entries.c.principal == principal, box_entries.c.box == box)
