"""Boxes, lists and search on the tables."""

from qlvb.content.index import fulltext
from qlvb.content.index.counting import count_boxes
from qlvb.content.index.counting import split
from qlvb.content.index.entries import entries_for
from qlvb.content.index.facets import SHOWN
from qlvb.content.index.facets import count_facets
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.filters import check_batch
from qlvb.content.index.filters import sort_of
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.paging import Walk
from qlvb.content.index.paging import cut
from qlvb.content.index.question import Question
from qlvb.content.index.question import box_of
from qlvb.content.index.reading import reading
from qlvb.content.index.relays import seats_of
from qlvb.content.index.rows import Page
from qlvb.content.index.rows import rows_from
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from sqlalchemy import bindparam
from sqlalchemy import func
from sqlalchemy import select
from zope.interface import implementer


@implementer(IListing)
class Listing:
    """See :class:`IListing`."""

    def query(self, box_id, principals=None, filters=None, sort=None, start=0, size=25, after=None):
        box_of(box_id)
        question = Question(box=box_id, filters=filters or {}, sort=sort, principals=principals)
        return self.page(question, start, size, after)

    def search(self, text, filters=None, sort=None, start=0, size=25):
        question = Question(types=SEARCHED, filters={**(filters or {}), "text": text}, sort=sort)
        check_batch(start, size)
        if not question.asked:
            question.clauses(current_viewer())
            return Page(0, [], start, size)
        return self.page(question, start, size)

    def counts(self, box_ids, principals=None, filters=None):
        boxes, lists = split(box_ids)
        viewer = current_viewer(principals)
        with_text = filters and filters.get("text")
        found = {}
        if boxes and not with_text:
            with reading() as connection:
                found = count_boxes(connection, boxes, viewer, filters)
        for box in [*boxes, *lists] if with_text else lists:
            if box.relay and not seats_of(box, viewer.principals):
                found[box.id] = 0
                continue
            found[box.id] = self.count(Question(box=box.id, filters=filters or {}, principals=principals))
        return {box_id: found[box_id] for box_id in box_ids}

    def page(self, question, start=0, size=25, after=None):
        check_batch(start, size)
        viewer = question.viewer()
        clauses = question.clauses(viewer)
        if question.asked:
            return self._found(question, viewer, clauses, start, size)
        column, reverse = sort_of(question.sort, question.own_sort)
        with reading() as connection:
            if plain := entries_for(connection, question, viewer):
                entries, *order = plain
                total, walk = connection.scalar(entries.count), entries.walk(*order)
            else:
                within, parts = question.agencies(viewer.scopes(connection))
                clauses += within
                total = _count(connection, clauses)
                walk = Walk(clauses, column, records.c.id, reverse, parts)
            found = cut(connection, walk, start, size, after, total)
            rows = _rows(connection, found.keys)
        return Page(total, rows, start, size, next=found.next, previous=found.previous)

    def count(self, question):
        viewer = question.viewer()
        clauses = question.clauses(viewer)
        with reading() as connection:
            if question.asked:
                return self._search(connection, question, viewer, clauses, None, 0, 0).total
            if plain := entries_for(connection, question, viewer):
                return connection.scalar(plain[0].count)
            clauses += question.agencies(viewer.scopes(connection))[0]
            return _count(connection, clauses)

    def facets(self, question, names, most=SHOWN):
        viewer = question.viewer()
        with reading() as connection:
            return count_facets(connection, question, viewer, lambda one: one.clauses(viewer), names, most)

    def _found(self, question, viewer, clauses, start, size):
        order = sort_of(question.sort, None) if question.sort or not question.box else question.own_sort
        with reading() as connection:
            found = self._search(connection, question, viewer, clauses, order, start, size)
            rows = _rows(connection, found.ids)
        return Page(found.total, rows, start, size, is_exact=found.total_is_exact, corrected=found.corrected or "")

    def _search(self, connection, question, viewer, clauses, order, start, size):
        scopes = viewer.scopes(connection)
        return fulltext.search(connection, question.asked, scopes, clauses, order, start, size, viewer.tokens)


# Made once: putting a statement together costs more than asking it.
_ROWS = select(records).where(records.c.id.in_(bindparam("ids", expanding=True)))


def _rows(connection, ids):
    """The Rows with these ids, in their order."""
    found = connection.execute(_ROWS, {"ids": ids}).all() if ids else []
    by_id = {row.id: shown for row, shown in zip(found, rows_from(found), strict=True)}
    return [by_id[one] for one in ids if one in by_id]


def _count(connection, clauses):
    return connection.scalar(select(func.count()).select_from(records).where(*clauses))
