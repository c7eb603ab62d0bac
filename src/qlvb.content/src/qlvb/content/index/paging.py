"""The rows of one page, found at once wherever the page lies.

A page that follows another is found by its cursor: the sort value and id of the row before it, which an index over both
finds directly. A page asked for by its position is counted off from the nearer end of the index.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
import json
from qlvb.content import _
from qlvb.content.index.tables import records
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from sqlalchemy import select
from sqlalchemy import tuple_


def rows_of_page(connection, clauses, column, reverse, start, size, after, total):
    """(rows, cursors): rows ``start`` to ``start + size`` by ``column`` and id; cursors: dict ``next``, ``previous``.

    :raises Refused: 400 a cursor that was not given for this list.
    """
    if after:
        found = _beyond(connection, clauses, column, reverse, after, size)
    elif start >= total:
        found = []
    elif start > total // 2:
        # From the end: the same rows in the other direction.
        length = min(size, total - start)
        found = _run(connection, clauses, column, not reverse, total - start - length, length)[::-1]
    else:
        found = _run(connection, clauses, column, reverse, start, size)
    return found, _cursors(found, column, start, size, total)


def _run(connection, clauses, column, reverse, offset, size, *more):
    # Only ids while passing rows by: they come from the index alone.
    ids = select(records.c.id).where(*clauses, *more).order_by(*_order(column, reverse)).offset(offset).limit(size)
    rows = connection.execute(select(records).where(records.c.id.in_(ids.subquery().select()))).all()
    return sorted(rows, key=lambda row: (getattr(row, column.name), row.id), reverse=reverse)


def _order(column, reverse):
    return [one.desc() if reverse else one.asc() for one in (column, records.c.id)]


def _beyond(connection, clauses, column, reverse, cursor, size):
    backwards, value, record_id = _read(cursor, column)
    down = reverse != backwards
    here = tuple_(column, records.c.id)
    there = tuple_(value, record_id)
    found = _run(connection, clauses, column, down, 0, size, here < there if down else here > there)
    return found[::-1] if backwards else found


def _cursors(found, column, start, size, total):
    if not found:
        return {}
    cursors = {}
    if start + size < total:
        cursors["next"] = _write(False, getattr(found[-1], column.name), found[-1].id)
    if start > 0:
        cursors["previous"] = _write(True, getattr(found[0], column.name), found[0].id)
    return cursors


def _write(backwards, value, record_id):
    return urlsafe_b64encode(json.dumps([backwards, value, record_id]).encode()).decode().rstrip("=")


def _read(cursor, column):
    try:
        backwards, value, record_id = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        fits = isinstance(value, column.type.python_type | int) and isinstance(record_id, int)
    except (ValueError, TypeError, AttributeError):
        fits = False
    if not fits:
        text = _("violation_list_cursor", default="Con trỏ trang không hợp lệ. Anh/chị mở lại danh sách.")
        raise Refused(Violation("after", "invalid_cursor", text))
    return bool(backwards), value, record_id
