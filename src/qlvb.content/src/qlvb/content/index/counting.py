"""All counts of a page at once."""

from qlvb.content import clock
from qlvb.content.index.entries import count_entries
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.question import box_of
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from sqlalchemy import Integer
from sqlalchemy import Text
from sqlalchemy import column
from sqlalchemy import distinct
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import values


_ANY = (0, 2**31 - 1)


def count_boxes(connection, boxes, viewer, filters):
    """dict box id -> how many records sit in it for the viewer. ``boxes``: list of IBox with members.

    With filters every box is a few rows of (list, member, span of deadlines), joined with entries and records: one
    GROUP BY.
    """
    if not boxes:
        return {}
    counted = count_entries(connection, boxes, viewer, filters)
    if counted is not None:
        return counted
    today = clock.today()
    rows = [(box.id, member, *(box.deadlines(today) or _ANY)) for box in boxes for member in box.members]
    fields = (column("list", Text), column("member", Text), column("first", Integer), column("last", Integer))
    wanted = values(*fields, name="wanted").data(rows).cte("wanted_boxes")
    entries = box_entries
    clauses = [
        entries.c.principal.in_(sorted(viewer.principals)),
        entries.c.box == wanted.c.member,
        entries.c.deadline_day.between(wanted.c.first, wanted.c.last),
        viewer.may_view_entry,
    ]
    source = wanted.join(entries, entries.c.box == wanted.c.member)
    others = {name: value for name, value in filters.items() if value}
    source = source.join(records, records.c.id == entries.c.record_id)
    clauses.extend(clauses_of(others))
    question = (
        select(wanted.c.list, func.count(distinct(entries.c.record_id)))
        .select_from(source)
        .where(*clauses)
        .group_by(wanted.c.list)
    )
    found = dict(connection.execute(question).all())
    return {box.id: found.get(box.id, 0) for box in boxes}


def split(box_ids):
    """(boxes with entries of their own, lists without: of types, or relayed) for ids, each once."""
    boxes = [box_of(box_id) for box_id in dict.fromkeys(box_ids)]
    own = [box for box in boxes if box.members and not box.relay]
    return own, [box for box in boxes if box not in own]
