"""A list as a value: what tile, count, page, facets and export of one list all ask."""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.asked import read
from qlvb.content.index.field_filters import words_of
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.relays import seats_of
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from sqlalchemy import and_
from sqlalchemy import false
from sqlalchemy import or_
from sqlalchemy import select
from zope.component import queryUtility


def box_of(box_id):
    """The IBox. :raises Refused: 400 there is none."""
    box = queryUtility(IBox, name=box_id) if isinstance(box_id, str) else None
    if box is None:
        text = _(
            "violation_list_unknown_box", default="Không có danh sách “${name}”.", mapping={"name": str(box_id)[:80]}
        )
        raise Refused(Violation("box", "unknown_box", text))
    return box


@dataclass(frozen=True)
class Question:
    """``box``: id of a box, "" for all records of ``types`` (portal types, () for all); ``filters``: names in
    ``filters.FILTERS``; ``sort``: name in ``filters.SORTS`` or None for the list's own; ``principals``: whose boxes,
    None for those of the person who asks.
    """

    box: str = ""
    types: tuple = ()
    filters: dict = field(default_factory=dict)
    sort: str | None = None
    principals: frozenset | None = None

    @property
    def text(self):
        """What is searched, as it was typed; "" for nothing."""
        value = self.filters.get("text") or ""
        return value if isinstance(value, str) else " ".join(map(str, value))

    @property
    def asked(self):
        """The :class:`~qlvb.content.index.asked.Asked` of the text and of the words of fields."""
        return read(f"{self.text} {words_of(self.filters)}".strip())

    @property
    def own_sort(self):
        """(column, reverse) by which the list is sorted when nobody says how."""
        if not self.box:
            return records.c.modified, True
        name, reverse = box_of(self.box).sort
        return records.c[name], reverse

    @property
    def relayed(self):
        """Id of the box when it shows entries of others, else ""."""
        return self.box if self.box and box_of(self.box).relay else ""

    def viewer(self):
        """The Viewer who is logged in, for a relayed box with the eyes of those whose entries it shows: the box shows
        nothing else.
        """
        viewer = current_viewer(self.principals)
        seats = seats_of(box_of(self.box), viewer.principals) if self.box else ()
        return viewer.beside({seat.principal for seat in seats})

    def clauses(self, viewer):
        """Clauses on ``records``, text not among them: list. Rights are, unless there is a text: a search narrows by
        the viewer's tokens itself.

        :raises Refused: 400 unknown box or filter, bad value.
        """
        clauses = [*([] if self.asked else [viewer.may_view]), *clauses_of(self.filters)]
        types = self.types
        if self.box:
            box = box_of(self.box)
            types = types or box.types
            if box.relay:
                clauses.append(relayed(box, viewer))
            elif box.members:
                clauses.append(records.c.id.in_(entries_of(box, viewer.principals)))
        if types:
            clauses.append(records.c.portal_type.in_(types) if len(types) > 1 else records.c.portal_type == types[0])
        return clauses

    def agencies(self, scopes):
        """(clauses, parts of a :class:`~qlvb.content.index.paging.Walk`) that name the agencies of which the viewer
        sees anything: ``scopes``, None for many. They change no answer; the indexes have the order of lists within an
        agency and type.
        """
        box = box_of(self.box) if self.box else None
        types = self.types or (box.types if box else ())
        if not types or scopes is None or self.filters.get("agency") or (box and box.members):
            return [], ((),)
        within = [records.c.agency.in_(scopes)]
        if len(types) * len(scopes) < 2:
            return [records.c.agency == scopes[0]] if scopes else within, ((),)
        parts = ((records.c.portal_type == one, records.c.agency == agency) for one in types for agency in scopes)
        return within, tuple(parts)


def relayed(box, viewer):
    """Clause on ``records``: they sit in the box for one of those in whose place the viewer acts."""
    parts = [
        and_(records.c.id.in_(entries_of(box, (seat.principal,))), *clauses_of(seat.filters))
        for seat in seats_of(box, viewer.principals)
    ]
    return or_(*parts) if parts else false()


def entries_of(box, principals):
    """SELECT of the ids of records that sit in the box for one of the principals."""
    clauses = [box_entries.c.principal.in_(sorted(principals)), box_entries.c.box.in_(box.members)]
    span = box.deadlines(clock.today())
    if span is not None:
        clauses.append(box_entries.c.deadline_day.between(*span))
    return select(box_entries.c.record_id).where(*clauses)
