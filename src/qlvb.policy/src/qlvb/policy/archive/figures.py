"""How many dossiers there are (NĐ 30/2020 Phụ lục VI, 4đ and 6a): by fonds, year, unit, who made them, retention and
state, each a question that a list asks too; and how many documents and pages are in them.
"""

from dataclasses import dataclass
from plone import api
from qlvb.content import _
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.totals import held_by
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.readings.boxes import LENT
from qlvb.content.readings.boxes import OVERDUE
from qlvb.content.readings.boxes import WAITING
from qlvb.content.states import title_of_state
from qlvb.content.stores.boxes import DAMAGED
from qlvb.content.stores.boxes import INVENTORY
from qlvb.content.stores.boxes import KEPT
from urllib.parse import urlencode
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: What dossiers are counted by -> the title of the table, in the order of the screen (product/screens 2.5, Kho số).
GROUPS = {
    "agency": _("archive_by_fonds", default="Theo phông"),
    "year": _("archive_by_year", default="Theo năm"),
    "heading": _("archive_by_unit", default="Theo đơn vị"),
    "holder": _("archive_by_holder", default="Theo người lập hồ sơ"),
    "retention": _("archive_by_retention", default="Theo loại thời hạn bảo quản"),
    "period": _("archive_by_period", default="Theo thời hạn bảo quản"),
    "state": _("archive_by_state", default="Theo trạng thái"),
}
#: Values of one group that are shown.
MOST = 60


@dataclass(frozen=True)
class Line:
    """``value`` of the group, its ``title`` (str or message id), ``count`` and the address of the list."""

    value: str
    title: str
    count: int
    url: str


def total_of(agency_id, filters=None):
    """int: dossiers of the agency that the current user may see."""
    return getUtility(IListing).count(Question(box=INVENTORY.id, filters=asked_of(agency_id, filters)))


def asked_of(agency_id, filters):
    """The filters of a list for those of the figures: a period (``years:10``) is a kind with its years."""
    asked = {"agency": agency_id, **(filters or {})}
    kind, _colon, years = asked.pop("period", "").partition(":")
    return {**asked, **({"retention": kind} if kind else {}), **({"retention_years": years} if years else {})}


def contents_of(agency_id, filters=None):
    """(documents, pages) in these dossiers, each document once."""
    question = Question(box=INVENTORY.id, filters=asked_of(agency_id, filters))
    return held_by(question.clauses(question.viewer()))


def lines_of(agency_id, filters=None):
    """dict group -> list of Line, narrowed by ``filters`` (dict group -> value)."""
    question = Question(box=INVENTORY.id, filters=asked_of(agency_id, filters))
    facets = getUtility(IListing).facets(question, list(GROUPS), MOST)
    return {
        group: [
            Line(value, title_of(group, value), count, list_url({"agency": agency_id, **(filters or {}), group: value}))
            for value, count in sorted(found, key=lambda item: _order(group, item))
        ]
        for group, found in facets.items()
    }


def use_lines():
    """How paper and use stand: list of (title, int, address)."""
    boxes = (KEPT, WAITING, LENT, OVERDUE, DAMAGED)
    counts = getUtility(IListing).counts([box.id for box in boxes])
    base = api.portal.get().absolute_url()
    return [(box.title, counts[box.id], f"{base}/@@worklist?box={box.id}") for box in boxes]


def list_url(filters):
    """Address of the list of dossiers with these filters."""
    asked = asked_of(filters["agency"], filters)
    return f"{api.portal.get().absolute_url()}/@@worklist?{urlencode({'box': INVENTORY.id, **asked})}"


def title_of(group, value):
    """Title of a value: str or message id."""
    if group == "agency":
        agency = getUtility(IDirectory).agency(value)
        return agency.title if agency else value
    if group == "holder":
        return name_of(value)
    if group == "state":
        return title_of_state("Dossier", value) or value
    if group == "period":
        kept = _period(value)
        return kept.label if kept is not None else value
    if group == "retention":
        vocabulary = getUtility(IVocabularyFactory, name="qlvb.retention_kinds")(api.portal.get())
        return next((term.title for term in vocabulary if term.value == value), value)
    return value


def narrowing(form):
    """The groups by which a form (dict) narrows: dict group -> value."""
    return {name: form[name] for name in GROUPS if name != "agency" and isinstance(form.get(name), str) and form[name]}


def _period(value):
    """The Period of ``years:10``, None for what is none."""
    kind, _colon, years = value.partition(":")
    return period_of(kind, int(years) if years.isdecimal() else None)


def _order(group, item):
    value, count = item
    if group == "period":
        kept = _period(value)
        return tuple(-part for part in kept.rank) if kept is not None else (1, 0, 0)
    return (-int(value), 0) if group == "year" and value.isdecimal() else (0, -count)
