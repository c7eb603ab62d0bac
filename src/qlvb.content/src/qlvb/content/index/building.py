"""What the index says of a record, read from the record."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from plone.uuid.interfaces import IUUID
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.index.indexed import Indexed
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.index.viewing import Viewers
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.site import site_at_work
from qlvb.content.states import state_of
from zope.component import getAdapters
from zope.component import getUtility
from zope.component import queryAdapter


#: Days are never left out of what lists sort by.
NO_DAY = 0
NO_DEADLINE = date(9999, 12, 31).toordinal()


def site_path(record):
    """The path of a record below the site: /skhcn/incoming/2026/03/…; "" for the site itself."""
    return "/".join(("", *record.getPhysicalPath()[len(site_at_work().getPhysicalPath()) :]))


def collected_tokens(record):
    """Every token that the rooms give the record: sorted list of str."""
    return sorted({token for _name, adapter in getAdapters((record,), IBoxTokens) for token in adapter.tokens()})


def collected_boxes(record):
    """What the rooms give the record: (frozenset of (box, principal), dict of those with a day of their own)."""
    parts = [token.split("|") for token in collected_tokens(record)]
    days = {(box, who): int(day) for box, who, *rest in parts for day in rest}
    return frozenset((box, who) for box, who, *_rest in parts), days


def collected_facts(record):
    """What the rooms say for its row: one dict."""
    facts = {}
    for _name, adapter in sorted(getAdapters((record,), IRowFacts)):
        facts.update(adapter.facts())
    return facts


def collected_rows(record):
    """Rows of the satellite tables that the rooms give: dict name -> list of dict."""
    rows = {}
    for _name, adapter in sorted(getAdapters((record,), IIndexRows)):
        for name, some in adapter.rows().items():
            rows.setdefault(name, []).extend(some)
    return rows


def build(record, with_content):
    """The Indexed of a record; ``with_content`` reads the text of its files too."""
    return Builder().build(record, with_content)


class Builder:
    """Reads records of one snapshot of the ZODB; what many of them share is worked out once. Not for longer than a
    transaction.
    """

    def __init__(self):
        self._directory = getUtility(IDirectory)
        self._viewers = Viewers()
        self._places = {}
        self.allowed = self._viewers.allowed

    def build(self, record, with_content):
        """See :func:`build`."""
        facts = collected_facts(record)
        fields = queryAdapter(record, IIndexedFields)
        columns, more, texts = fields.read(facts) if fields is not None else ({}, {}, {})
        folder, agency_id = self._place(record)
        row = {
            "path": f"{folder}/{record.getId()}",
            "portal_type": record.portal_type,
            "agency": agency_id,
            "state": state_of(record),
            "created": float(record.created()),
            "modified": float(record.modified()),
            "progress": facts.get("progress"),
            "parent": facts.get("parent") or "",
            **columns,
            "facts": {**more, **facts},
        }
        texts = {**texts, "scope": row["agency"]}
        if with_content:
            content = IRecordContent(record, None)
            texts["content"] = content.text() if content is not None else ""
        boxes, days = collected_boxes(record)
        return Indexed(
            uid=IUUID(record),
            record=row,
            acl=self.allowed(record),
            boxes=boxes,
            box_days=days,
            satellites=collected_rows(record),
            texts=texts,
        )

    def _place(self, record):
        """(path of the folder below the site, id of the agency or "")."""
        folder = aq_parent(aq_inner(record))
        base = aq_base(folder)
        if id(base) not in self._places:
            agency = self._directory.agency_of(record)
            # The object is kept with what is known of it: nothing else gets its id meanwhile.
            self._places[id(base)] = base, site_path(folder), agency.id if agency else ""
        return self._places[id(base)][1:]
