"""What the index says of a record, read from the record."""

from datetime import date
from plone import api
from plone.indexer.interfaces import IIndexer
from plone.uuid.interfaces import IUUID
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.index.indexed import Indexed
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getAdapters
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryAdapter


#: Days are never left out of what lists sort by.
NO_DAY = 0
NO_DEADLINE = date(9999, 12, 31).toordinal()


def site_path(record):
    """The path of a record below the site: /skhcn/incoming/2026/03/…"""
    return "/".join(("", *record.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]))


def allowed(record):
    """The principals that may view the record, in the words of Plone's catalogue: frozenset of str."""
    catalogue = api.portal.get_tool("portal_catalog")
    indexer = getMultiAdapter((record, catalogue), IIndexer, name="allowedRolesAndUsers")
    return frozenset(indexer())


def collected_tokens(record):
    """Every token that the rooms give the record: sorted list of str."""
    return sorted({token for _name, adapter in getAdapters((record,), IBoxTokens) for token in adapter.tokens()})


def collected_boxes(record):
    """(box, principal) that the rooms give the record: frozenset."""
    return frozenset((box, who) for box, _bar, who in (token.partition("|") for token in collected_tokens(record)))


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
    facts = collected_facts(record)
    fields = queryAdapter(record, IIndexedFields)
    columns, more, texts = fields.read(facts) if fields is not None else ({}, {}, {})
    agency = getUtility(IDirectory).agency_of(record)
    agency_id = agency.id if agency else ""
    row = {
        "path": site_path(record),
        "portal_type": record.portal_type,
        "agency": agency_id,
        "state": api.content.get_state(record, default=""),
        "created": float(record.created()),
        "modified": float(record.modified()),
        "progress": facts.get("progress"),
        "parent": facts.get("parent") or "",
        **columns,
        "facts": {**more, **facts},
    }
    texts = {**texts, "scope": agency_id}
    if with_content:
        content = IRecordContent(record, None)
        texts["content"] = content.text() if content is not None else ""
    return Indexed(
        uid=IUUID(record),
        record=row,
        acl=allowed(record),
        boxes=collected_boxes(record),
        satellites=collected_rows(record),
        texts=texts,
    )
