"""The numbers of a register as a list: filtered, sorted and in pages, from the records index.

Whoever may view the register sees its numbers. What the record of a number says (its subject, its type, whether it is
the one that was looked for) only those see who may view the record: filters by text and type find no other.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from qlvb.content import _
from qlvb.content.index import fulltext
from qlvb.content.index.asked import read
from qlvb.content.index.filters import check_batch
from qlvb.content.index.paging import Walk
from qlvb.content.index.paging import cut
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import numbers
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from qlvb.content.text import compact
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select


STATUSES = ("taken", "reserved", "voided")
FILTERS = ("status", "text", "document_type", "date_from", "date_to")
SORTS = {"number": numbers.c.number, "date": numbers.c.day, "reference": numbers.c.reference_key}


@dataclass(frozen=True)
class Numbers:
    """Which numbers of the register with the UID ``register``, and in which order (a name of SORTS, ``-`` before it
    turns it round).
    """

    register: str
    filters: dict = field(default_factory=dict)
    sort: str = "number"

    def page(self, start=0, size=50, after=None):
        """A NumberPage. :raises Refused: 400 unknown filter, sort or cursor, bad value; 503 the index cannot answer."""
        check_batch(start, size)
        column, reverse = self._order
        viewer = current_viewer()
        with reading() as connection:
            clauses = self._clauses(connection, viewer)
            total = connection.scalar(select(func.count()).select_from(numbers).where(*clauses))
            found = cut(connection, Walk(clauses, column, numbers.c.number, reverse), start, size, after, total)
        return NumberPage(found.keys, total, start, size, found.next, found.previous)

    @property
    def _order(self):
        column = SORTS.get(self.sort.removeprefix("-")) if isinstance(self.sort, str) else None
        if column is None:
            text = _(
                "violation_list_unknown_sort",
                default="Không sắp xếp được theo “${name}”.",
                mapping={"name": str(self.sort)[:80]},
            )
            raise Refused(Violation("sort", "unknown_sort", text))
        return column, self.sort.startswith("-")

    def _clauses(self, connection, viewer):
        wrong = []
        clauses = [numbers.c.register == self.register]
        for name, value in self.filters.items():
            if value in (None, "", []):
                continue
            if name not in FILTERS:
                text = _(
                    "violation_list_unknown_filter", default="Không có bộ lọc “${name}”.", mapping={"name": name[:80]}
                )
                wrong.append(Violation(name, "unknown_filter", text))
                continue
            clause = _clause(self, connection, viewer, name, value) if _is_text(value) else None
            if clause is None:
                wrong.append(_wrong(name, value))
            else:
                clauses.append(clause)
        if wrong:
            raise Refused(wrong)
        return clauses


@dataclass(frozen=True)
class NumberPage:
    """Numbers ``start`` to ``start + size`` of ``total``; ``next``, ``previous``: cursors of the pages beside, or
    None.
    """

    numbers: list
    total: int
    start: int
    size: int
    next: str | None = None
    previous: str | None = None


def counts(register):
    """dict status -> how many numbers of the register (UID) have it, every status named."""
    question = select(numbers.c.status, func.count()).where(numbers.c.register == register).group_by(numbers.c.status)
    with reading() as connection:
        return {**dict.fromkeys(STATUSES, 0), **dict(connection.execute(question).all())}


def _is_text(value):
    return isinstance(value, str) and "\0" not in value


def _wrong(name, value):
    text = _(
        "violation_list_filter", default="Giá trị lọc “${value}” không hợp lệ.", mapping={"value": str(value)[:80]}
    )
    return Violation(name, "invalid_filter", text)


def _clause(asked, connection, viewer, name, value):
    """The clause on ``numbers`` of one filter, None for a value that cannot be."""
    if name == "status":
        return numbers.c.status == value if value in STATUSES else None
    if name in ("date_from", "date_to"):
        day = _day(value)
        if day is None:
            return None
        return numbers.c.day >= day if name == "date_from" else numbers.c.day <= day
    named = select(numbers.c.document).where(numbers.c.register == asked.register)
    visible = [viewer.may_view, records.c.uid.in_(named)]
    if name == "document_type":
        return _of_records([*visible, records.c.document_type == value])
    return _with_text(connection, viewer, visible, value)


def _with_text(connection, viewer, visible, value):
    """A reference as the register writes it, or words of a record."""
    key = compact(value)
    found = [numbers.c.reference_key.startswith(key, autoescape=True)] if key else []
    if value.strip().isdecimal() and len(value.strip()) < 12:
        found.append(numbers.c.number == int(value))
    words = read(value)
    if words:
        among = fulltext.among(connection, words, viewer.scopes(connection), visible)
        found.append(_of_records([*visible, among]))
    return or_(*found) if found else numbers.c.number < 0


def _of_records(clauses):
    return numbers.c.document.in_(select(records.c.uid).where(*clauses))


def _day(value):
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return None
