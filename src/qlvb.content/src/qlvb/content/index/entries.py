"""Boxes answered from their entries alone: every entry says where it stands in its box, and who may see it."""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content import clock
from qlvb.content.index.boxes import order_in
from qlvb.content.index.filters import sort_of
from qlvb.content.index.paging import Walk
from qlvb.content.index.question import box_of
from qlvb.content.index.tables import box_entries
from sqlalchemy import ColumnElement
from sqlalchemy import Text
from sqlalchemy import and_
from sqlalchemy import column
from sqlalchemy import distinct
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import values


#: A box of more principals and members than this is sorted when it is asked: it is one of work in hand, and short.
MOST_PARTS = 24


@dataclass(frozen=True)
class Entries:
    """The entries that answer a question: what has all ``clauses`` and one of ``seats`` (clauses of a principal's
    entries in one box). ``column``: of ``box_entries``, by which they are sorted.
    """

    clauses: list
    column: ColumnElement
    reverse: bool
    seats: list = field(default_factory=list)

    def count(self, connection):
        """How many records they are of: int."""
        if not self.seats:
            return 0
        # A record stands in a box of one principal once.
        what = func.count() if len(self.seats) == 1 else func.count(distinct(box_entries.c.record_id))
        return connection.scalar(select(what).select_from(box_entries).where(or_(*self.seats), *self.clauses))

    @property
    def walk(self):
        """The :class:`~qlvb.content.index.paging.Walk`; its keys are the ids of records."""
        parts = [(seat,) for seat in self.seats]
        if len(parts) > MOST_PARTS:
            parts = [(or_(*self.seats),)]
        overlapping = len(self.seats) > 1
        return Walk(self.clauses, self.column, box_entries.c.record_id, self.reverse, tuple(parts), overlapping)


def entries_for(connection, question, viewer):
    """The :class:`Entries` of a :class:`~qlvb.content.index.question.Question`, or None when they do not say enough: it
    has filters, or is sorted in another way than its box.
    """
    box = box_of(question.box) if question.box else None
    if box is None or not box.members or box.relay or question.types or any(question.filters.values()):
        return None
    wanted, reverse = sort_of(question.sort, question.own_sort)
    if wanted.name == box_entries.c.deadline_day.name:
        by = box_entries.c.deadline_day
    elif all(order_in(member) == wanted.name for member in box.members):
        by = box_entries.c.place
    else:
        return None
    clauses = [viewer.may_view_entry]
    span = box.deadlines(clock.today())
    if span is not None:
        clauses.append(box_entries.c.deadline_day.between(*span))
    return Entries(clauses, by, reverse, _seats(connection, viewer.principals, box.members))


def _seats(connection, principals, members):
    """A clause for each principal that has anything in one of the boxes, and that box: list."""
    pairs = [(principal, member) for principal in sorted(principals) for member in members]
    if not pairs:
        return []
    wanted = values(column("principal", Text), column("box", Text), name="wanted").data(pairs).cte("wanted_seats")
    here = _at(wanted.c.principal, wanted.c.box)
    # A subquery with a limit of one: a look into the key each, whatever the planner thinks of joins.
    any_of_it = select(literal(1)).select_from(box_entries).where(here).limit(1).correlate(wanted).scalar_subquery()
    found = connection.execute(select(wanted.c.principal, wanted.c.box, any_of_it.label("any_of_it")))
    return [_at(row.principal, row.box) for row in found if row.any_of_it]


def _at(principal, box):
    return and_(box_entries.c.principal == principal, box_entries.c.box == box)
