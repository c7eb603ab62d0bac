"""What a dossier catalogue says: its entries with codes and periods, grouped by headings; and what is wrong in it."""

from collections import Counter
from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.dossiers.codes import compose_code
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.period import COUNTED_KINDS
from qlvb.content.retention.period import Period
from qlvb.content.violations import Violation
from zope.component import getUtility


RULE = "NĐ 30/2020 Điều 28, Phụ lục V"


@dataclass(frozen=True)
class CatalogueEntry:
    """One dossier foreseen. ``period`` is None while it is not determined."""

    code: str
    number: int
    heading: str
    title: str
    period: Period | None
    holder: str
    note: str
    basis: str = ""
    row: str = ""  # token of the row of the retention schedule


@dataclass(frozen=True)
class CatalogueHeading:
    """A heading with its entries by number."""

    key: str
    symbol: str
    title: str
    entries: tuple


def period_of(kind, years):
    """Period, or None when it is not (rightly) given."""
    try:
        return Period(kind or "", years if kind in COUNTED_KINDS else None)
    except ValueError:
        return None


def headings(catalogue):
    """The catalogue grouped by its headings, in their order: list of CatalogueHeading."""
    return [
        CatalogueHeading(row["key"], row["symbol"], row["title"], tuple(_entries(catalogue, row)))
        for row in catalogue.headings or ()
    ]


def entries(catalogue):
    """Every entry in the catalogue's order: list of CatalogueEntry."""
    return [entry for heading in headings(catalogue) for entry in heading.entries]


def find_entry(catalogue, code):
    """CatalogueEntry, or None. Reads only the lines with the number of the code."""
    parsed = parse_code(code)
    if parsed is None:
        return None
    for heading in catalogue.headings or ():
        for entry in _entries(catalogue, heading, parsed[0]):
            if entry.code == code:
                return entry
    return None


def _entries(catalogue, heading, number=None):
    rows = [
        row
        for row in catalogue.entries or ()
        if row["heading"] == heading["key"] and (number is None or row["number"] == number)
    ]
    for row in sorted(rows, key=lambda row: row["number"]):
        yield CatalogueEntry(
            code=compose_code(row["number"], heading["symbol"]),
            number=row["number"],
            heading=row["heading"],
            title=row["title"],
            period=period_of(row.get("retention_kind"), row.get("retention_years")),
            holder=row.get("holder") or "",
            note=row.get("note") or "",
            basis=row.get("basis") or "",
            row=row.get("row") or "",
        )


def counts(catalogue):
    """(all, permanent, fixed term): the closing line of Phụ lục V."""
    found = entries(catalogue)
    permanent = sum(1 for entry in found if entry.period is not None and entry.period.kind == "permanent")
    return len(found), permanent, len(found) - permanent


def violations(catalogue):
    """What keeps the catalogue from being approved: list of Violation."""
    return row_violations(catalogue.headings or (), catalogue.entries or (), people_of(catalogue))


def people_of(catalogue):
    """userids of those who can be given a dossier of the catalogue: frozenset."""
    directory = getUtility(IDirectory)
    return frozenset(person.userid for person in directory.people(directory.agency_of(catalogue).id))


def row_violations(headings, rows, people):
    """What is wrong in the rows (lists of dict) of a catalogue: list of Violation; ``people``: userids. Pure."""
    found = []
    if not rows:
        message = _("violation_catalogue_empty", default="Danh mục chưa có hồ sơ nào.")
        found.append(Violation("entries", "catalogue_empty", message, RULE))
    keys = {row["key"] for row in headings}
    for row in rows:
        if row["heading"] not in keys:
            found.append(
                _entry_violation(
                    "heading_unknown",
                    _("violation_heading_unknown", default="Hồ sơ “${title}” thuộc đề mục chưa có: ${heading}."),
                    row,
                    heading=row["heading"],
                )
            )
        if row.get("holder") and row["holder"] not in people:
            found.append(
                _entry_violation(
                    "person_unknown",
                    _(
                        "violation_entry_holder",
                        default="Hồ sơ “${title}”: không tìm thấy đúng một người “${holder}” trong cơ quan.",
                    ),
                    row,
                    holder=row["holder"],
                )
            )
        if period_of(row.get("retention_kind"), row.get("retention_years")) is None:
            found.append(
                _entry_violation(
                    "retention_missing",
                    _(
                        "violation_entry_retention",
                        default="Hồ sơ “${title}” chưa có thời hạn bảo quản hợp lệ (2 đến 70 năm).",
                    ),
                    row,
                )
            )
    found.extend(_repeated(headings, rows))
    return found


def _repeated(headings, rows):
    symbols = {row["key"]: row["symbol"] for row in headings}
    codes = [compose_code(row["number"], symbols[row["heading"]]) for row in rows if row["heading"] in symbols]
    for field, values in (
        ("headings", [row["key"] for row in headings]),
        ("headings", [row["symbol"] for row in headings]),
        ("entries", codes),
    ):
        for value, count in Counter(values).items():
            if count > 1:
                message = _(
                    "violation_catalogue_repeated",
                    default="“${value}” bị lặp trong danh mục.",
                    mapping={"value": value},
                )
                yield Violation(field, "repeated", message, RULE)


def _entry_violation(code, message, row, **mapping):
    values = {"title": row["title"], **mapping}
    return Violation("entries", code, _(str(message), default=message.default, mapping=values), RULE)
