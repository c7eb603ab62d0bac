"""How often dossiers, documents and the system were accessed (NĐ 30/2020 Phụ lục VI, 6a and 6b).

An access to a document is a look at one of its files, as the journal has it (once per person, version and hour), or at
its screen where it has none; one to a dossier is an opening of the dossier or an access to a document in it; one to the
system is a sign-in. All of a period; dossiers and documents only as
far as the person who asks may view them.
"""

from dataclasses import dataclass
from datetime import date
from plone import api
from qlvb.content import _
from qlvb.content.accounts.entries import entries_of
from qlvb.content.files.looks import Looks
from qlvb.content.files.looks import documents_looked_at
from qlvb.content.files.looks import dossiers_looked_at
from qlvb.content.files.looks import looks_by_day
from qlvb.content.files.looks import looks_by_heading
from qlvb.content.index.question import Question
from qlvb.content.index.work import people_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.stores.boxes import INVENTORY
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.figures.tables import Counted
from qlvb.policy.figures.tables import FigureColumn
from qlvb.policy.figures.tables import FigureRow
from qlvb.policy.figures.tables import FigureTable
from qlvb.policy.overview.asked import read_span
from zope.component import getUtility


RULE = "NĐ 30/2020 Phụ lục VI, 6a, 6b"
#: Places of a ranking; days that are listed one by one, longer periods by month.
MOST, MOST_DAYS = 50, 31
DOCUMENTS = ("IncomingDocument", "OutgoingDocument")
#: Whoever sees how the system runs sees all agencies beside each other.
SEES_ALL = "qlvb: View operations"

LOOKS = FigureColumn("looks", _("access_looks", default="Lượt truy cập"))
LOOKED_AT = FigureColumn("documents", _("access_documents", default="Văn bản được xem"))
DOSSIERS = FigureColumn("dossiers", _("access_dossiers", default="Hồ sơ được xem"))
ENTRIES = FigureColumn("entries", _("access_entries", default="Lượt đăng nhập"))
PEOPLE = FigureColumn("people", _("access_people", default="Người đăng nhập"))
ACCOUNTS = FigureColumn("accounts", _("access_accounts", default="Số người"))


@dataclass(frozen=True)
class Asked:
    """``agency``: id; ``unit``: id of a department, ``heading``: symbol of a heading of the catalogue, "" for all of
    them; ``first``, ``last``: dates.
    """

    agency: str
    unit: str
    heading: str
    first: date
    last: date

    @property
    def form(self):
        """dict: what the address says."""
        said = {"unit": self.unit, "heading": self.heading}
        return {"from": self.first.isoformat(), "to": self.last.isoformat(), **{k: v for k, v in said.items() if v}}


def read(agency_id, form):
    """Asked of ``form`` (dict ``from``, ``to``, ``unit``, ``heading``). :raises Refused: 400 with every mistake."""
    violations = []
    first, last = read_span(form, violations, RULE)
    unit, heading = form.get("unit") or "", form.get("heading") or ""
    if not isinstance(unit, str) or unit not in ("", *(one.id for one in departments(agency_id))):
        text = _("violation_access_unit", default="Không có đơn vị này.")
        violations.append(Violation("unit", "unknown_unit", text, RULE))
    if not isinstance(heading, str) or len(heading) > 60:
        text = _("violation_access_heading", default="Ký hiệu đề mục không đúng.")
        violations.append(Violation("heading", "heading_wrong", text, RULE))
    if violations:
        raise Refused(violations)
    return Asked(agency_id, unit, heading, first, last)


def departments(agency_id):
    """DepartmentInfos of the agency."""
    return getUtility(IDirectory).departments(agency_id)


def tables_of(asked):
    """The tables, in the order of the screen: list of FigureTable."""
    found = [_agencies(asked)] if api.user.has_permission(SEES_ALL, obj=api.portal.get()) else []
    return [*found, _units(asked), _times(asked), _headings(asked), _dossiers(asked), _documents(asked)]


def _clauses(asked, documents=False):
    filters = {"agency": asked.agency, **({"heading": asked.heading} if asked.heading and not documents else {})}
    question = Question(types=DOCUMENTS, filters=filters) if documents else Question(INVENTORY.id, filters=filters)
    return question.clauses(question.viewer())


def _row(key, title, detail="", url="", **numbers):
    return FigureRow(key, title, {name: Counted(number) for name, number in numbers.items()}, detail, url)


def _entered(key, title, userids, asked):
    counts = [sum(entries_of(userid, asked.first, asked.last).values()) for userid in userids]
    people = sum(1 for count in counts if count)
    return _row(key, title, entries=sum(counts), people=people, accounts=len(counts))


def _agencies(asked):
    rows = [_entered(one.id, one.title, people_of(one.id), asked) for one in getUtility(IDirectory).agencies()]
    together = {name: Counted(sum(row.number(name) for row in rows)) for name in ("entries", "people", "accounts")}
    title = _("access_by_agency", default="Truy cập hệ thống: toàn hệ thống theo cơ quan")
    head = _("access_agency", default="Cơ quan")
    return FigureTable("agencies", title, (ENTRIES, PEOPLE, ACCOUNTS), tuple(rows), head, FigureRow("", "", together))


def _units(asked):
    shown = [one for one in departments(asked.agency) if asked.unit in ("", one.id)]
    rows = [_entered(one.id, one.title, people_of(f"{asked.agency}.{one.id}"), asked) for one in shown]
    # Whoever has posts in two departments counts once in the agency, and the leaders belong to none.
    whole = None if asked.unit else _entered("", "", people_of(asked.agency), asked)
    title = _("access_by_unit", default="Truy cập hệ thống theo đơn vị")
    head = _("access_unit", default="Đơn vị")
    return FigureTable("units", title, (ENTRIES, PEOPLE, ACCOUNTS), tuple(rows), head, whole)


def _times(asked):
    daily = (asked.last - asked.first).days < MOST_DAYS
    found = {}

    def put(day, name, count):
        key = f"{day:%Y-%m-%d}" if daily else f"{day:%Y-%m}"
        found.setdefault(key, {"entries": 0, "looks": 0})[name] += count

    unit = f"{asked.agency}.{asked.unit}" if asked.unit else asked.agency
    for userid in people_of(unit):
        for day, count in entries_of(userid, asked.first, asked.last).items():
            put(day, "entries", count)
    for day, count in looks_by_day(_clauses(asked, documents=True), asked.first, asked.last).items():
        put(day, "looks", count)
    rows = [_row(key, "/".join(reversed(key.split("-"))), **found[key]) for key in sorted(found, reverse=True)]
    title = _("access_by_day", default="Theo ngày") if daily else _("access_by_month", default="Theo tháng")
    looks = FigureColumn("looks", _("access_looks_documents", default="Lượt xem văn bản của cơ quan"))
    head = _("access_time", default="Thời gian")
    total = {name: sum(counts[name] for counts in found.values()) for name in ("entries", "looks")}
    return FigureTable("times", title, (ENTRIES, looks), tuple(rows), head, _row("", "", **total) if rows else None)


def _headings(asked):
    found = looks_by_heading(_clauses(asked), asked.first, asked.last)
    whole = found.pop(None, Looks())
    rows = [_row(key, key, **counts._asdict()) for key, counts in sorted(found.items())]
    title = _("access_by_heading", default="Truy cập hồ sơ theo đơn vị, đề mục của danh mục")
    head = _("access_heading", default="Đề mục")
    total = _row("", "", **whole._asdict()) if rows else None
    return FigureTable("headings", title, (LOOKS, LOOKED_AT, DOSSIERS), tuple(rows), head, total)


def _dossiers(asked):
    ranked = dossiers_looked_at(_clauses(asked), asked.first, asked.last, MOST)
    title = _("access_dossier_ranking", default="Hồ sơ được truy cập nhiều nhất")
    head = _("access_dossier", default="Hồ sơ")
    rows = tuple(_ranked(one, looks=one.looks, documents=one.documents) for one in ranked)
    return FigureTable("dossier_ranking", title, (LOOKS, LOOKED_AT), rows, head)


def _documents(asked):
    ranked = documents_looked_at(_clauses(asked, documents=True), asked.first, asked.last, MOST)
    title = _("access_document_ranking", default="Văn bản được truy cập nhiều nhất")
    head = _("access_document", default="Văn bản")
    rows = tuple(_ranked(one, looks=one.looks) for one in ranked)
    return FigureTable("document_ranking", title, (LOOKS,), rows, head)


def _ranked(one, **numbers):
    return _row(one.uid, one.subject, one.reference, f"{api.portal.get().absolute_url()}{one.path}", **numbers)
