"""The rows of one page, found at once wherever the page lies.

A page that follows another is found by its cursor: the sort value and key of the row beside it, which an index over
both finds directly. A page asked for by its position is counted off from the nearer end of the index.

Rows that have the same sort value stand in the order of their keys, so the order is total: walking by cursors gives
every row once, also when rows go or come between two pages.
"""

from base64 import urlsafe_b64decode
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from dataclasses import field
import json
from math import isfinite
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re
from sqlalchemy import ColumnElement
from sqlalchemy import select
from sqlalchemy import tuple_
from sqlalchemy import union
from sqlalchemy import union_all


#: From this position on the parts of a list are merged as their indexes have them.
_FAR = 1000
#: A cursor of ours is never longer.
_LONGEST = 4000
#: What a database does not take in a text.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True)
class Walk:
    """A list as it is walked: what has all ``clauses``, by ``column`` and then ``key``, both backwards with
    ``reverse``.

    ``key`` is a whole number that no two rows of the list share. ``parts``: sets of clauses of which a row has exactly
    one, when an index has the order within each of them but not over all; none for an empty list. ``overlapping``: a
    row may have several of them, or be found several times (with the same sort value).
    """

    clauses: list
    column: ColumnElement
    key: ColumnElement
    reverse: bool = False
    parts: tuple = ((),)
    overlapping: bool = False

    @property
    def name(self):
        """What a cursor says of the list that it belongs to."""
        return f"{'-' if self.reverse else ''}{self.column}"


@dataclass(frozen=True)
class Cut:
    """The keys of the rows of a page, in order, and the cursors of the pages beside it, None for none."""

    keys: list = field(default_factory=list)
    next: str | None = None
    previous: str | None = None


def cut(connection, walk, start, size, after, total):
    """The Cut at position ``start``, or that to which the cursor ``after`` leads; ``total`` rows are in the list.

    :raises Refused: 400 a cursor that was not given for this list.
    """
    if after:
        return _beyond(connection, walk, size, *_read(after, walk))
    if start >= total:
        return Cut()
    length = min(size, total - start)
    if start > total // 2:
        # From the end: the same rows in the other direction.
        found = _run(connection, walk, not walk.reverse, total - start - length, length)[::-1]
    else:
        found = _run(connection, walk, walk.reverse, start, length)
    return _cut(walk, found, before=start > 0, behind=start + length < total)


def _beyond(connection, walk, size, backwards, value, key):
    down = walk.reverse != backwards
    here = tuple_(walk.column, walk.key)
    there = tuple_(value, key)
    # One more than a page says whether the list goes on.
    found = _run(connection, walk, down, 0, size + 1, here < there if down else here > there)
    more = len(found) > size
    found = found[:size]
    if backwards:
        return _cut(walk, found[::-1], before=more, behind=True)
    return _cut(walk, found, before=True, behind=more)


def _cut(walk, found, before, behind):
    if not found:
        return Cut()
    return Cut(
        keys=[key for _value, key in found],
        next=_write(walk, False, *found[-1]) if behind else None,
        previous=_write(walk, True, *found[0]) if before else None,
    )


def _run(connection, walk, down, offset, size, *more):
    """(sort value, key) of rows: list."""

    def ordered(question, column, key):
        return question.order_by(*(one.desc() if down else one.asc() for one in (column, key)))

    def part(clauses):
        question = select(walk.column.label("value"), walk.key.label("key")).where(*walk.clauses, *clauses, *more)
        return ordered(question.distinct() if walk.overlapping else question, walk.column, walk.key)

    if not walk.parts:
        return []
    if len(walk.parts) == 1:
        return connection.execute(part(walk.parts[0]).offset(offset).limit(size)).all()
    runs = [part(clauses) for clauses in walk.parts]
    if walk.overlapping or offset < _FAR:
        # Cut before they are merged: where no index has their order, only so many of each part are sorted.
        runs = [run.limit(offset + size) for run in runs]
    join = union if walk.overlapping else union_all
    merged = join(*(select(run.c.value, run.c.key) for run in (run.subquery() for run in runs)))
    question = ordered(merged, *merged.selected_columns)
    return connection.execute(question.offset(offset).limit(size)).all()


def _write(walk, backwards, value, key):
    said = json.dumps([walk.name, backwards, value, key], ensure_ascii=False)
    return urlsafe_b64encode(said.encode()).decode().rstrip("=")


def _read(cursor, walk):
    """(backwards, value, key) of a cursor."""
    if len(cursor) > _LONGEST:
        raise _bad_cursor()
    try:
        name, backwards, value, key = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError):
        raise _bad_cursor() from None
    if name != walk.name or not _fits(value, walk.column.type.python_type) or not _fits(key, int):
        raise _bad_cursor()
    return bool(backwards), value, key


def _fits(value, kind):
    """bool: the database can compare a column of this type with the value."""
    if kind is str:
        return isinstance(value, str) and not _UNSTORABLE.search(value)
    if isinstance(value, bool) or not isinstance(value, int if kind is int else (int, float)):
        return False
    return isfinite(value) and abs(value) < 2**63


def _bad_cursor():
    text = _("violation_list_cursor", default="Con trỏ trang không hợp lệ. Anh/chị mở lại danh sách.")
    return Refused(Violation("after", "invalid_cursor", text))
