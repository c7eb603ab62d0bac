"""The rows of a catalogue are changed in one place; after approval every change is a version with its reason."""

from dataclasses import dataclass
from hashlib import sha256
import json
from persistent import Persistent
from persistent.list import PersistentList
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.dossiers.catalogue import people_of
from qlvb.content.dossiers.catalogue import row_violations
from qlvb.content.dossiers.codes import compose_code
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.settling import settled
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import finder_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectModifiedEvent


KEY = "qlvb.content.dossiers.catalogue_versions"
REASON_LENGTH = 10
#: What two lines of a catalogue are compared by.
_COMPARED = ("title", "retention_kind", "retention_years", "holder", "note", "basis", "row")


class CatalogueVersion(Persistent):
    """``headings`` and ``entries`` as they stood, ``changes`` (tuple of EntryChange) from the version before; ``by``
    userid, ``when`` aware datetime. Never changes.
    """

    def __init__(self, number, headings, entries, by, when, reason, changes):
        self.number = number
        self.headings = headings
        self.entries = entries
        self.by = by
        self.when = when
        self.reason = reason
        self.changes = changes


@dataclass(frozen=True)
class EntryChange:
    """A line that came, went or was changed: ``kind`` added, removed, changed; ``title`` as it is (or was) called,
    ``fields`` the names of what differs.
    """

    kind: str
    code: str
    title: str
    fields: tuple = ()


def by_code(headings, rows):
    """dict code -> entry row (dict) in their order. Pure."""
    symbols = {heading["key"]: heading["symbol"] for heading in headings or ()}
    return {
        compose_code(row["number"], symbols[row["heading"]]): row
        for row in rows or ()
        if symbols.get(row["heading"]) and row["number"] > 0
    }


def changes_between(old, new):
    """What differs between two dicts of :func:`by_code`: tuple of EntryChange by code. Pure."""
    found = []
    for code in sorted(old.keys() | new.keys()):
        before, after = old.get(code), new.get(code)
        if before is None:
            found.append(EntryChange("added", code, after["title"]))
        elif after is None:
            found.append(EntryChange("removed", code, before["title"]))
        else:
            fields = tuple(name for name in _COMPARED if (before.get(name) or "") != (after.get(name) or ""))
            if fields:
                found.append(EntryChange("changed", code, after["title"], fields))
    return tuple(found)


@implementer(ICatalogueRows)
@adapter(IDossierCatalogue)
class CatalogueRows:
    """See ICatalogueRows."""

    def __init__(self, catalogue):
        self.catalogue = catalogue

    @property
    def _kept(self):
        return IAnnotations(self.catalogue).get(KEY, ())

    @property
    def number(self):
        """See ICatalogueRows."""
        return self._kept[-1].number if self._kept else 0

    @property
    def mark(self):
        """See ICatalogueRows."""
        seen = [self.number, list(self.catalogue.headings or ()), list(self.catalogue.entries or ())]
        return sha256(json.dumps(seen, sort_keys=True, default=str).encode()).hexdigest()[:20]

    def versions(self):
        """See ICatalogueRows."""
        return list(reversed(self._kept))

    def changes(self, headings, rows):
        """See ICatalogueRows."""
        return changes_between(by_code(self.catalogue.headings, self.catalogue.entries), by_code(headings, rows))

    def change(self, headings, rows, by, reason="", expected=None):
        """See ICatalogueRows."""
        if expected is not None and expected not in (self.number, self.mark):
            raise Refused(self._overtaken(), 409)
        headings = nfc_tree(list(headings))
        agency = getUtility(IDirectory).agency_of(self.catalogue)
        rows = settled(headings, nfc_tree(list(rows)), finder_of(agency.id))
        approved = api.content.get_state(self.catalogue, default="draft") == "approved"
        violations = row_violations(headings, rows, self._people()) if approved else []
        if approved and len(reason.strip()) < REASON_LENGTH:
            message = _(
                "violation_catalogue_reason", default="Danh mục đã duyệt: hãy ghi lý do điều chỉnh (ít nhất 10 ký tự)."
            )
            violations = [Violation("reason", "reason_missing", message), *violations]
        if violations:
            raise Refused(violations)
        changes = self.changes(headings, rows)
        if not changes and headings == self.catalogue.headings and rows == self.catalogue.entries:
            return changes
        self.catalogue.headings, self.catalogue.entries = headings, rows
        detail = {"changes": len(changes), **({"reason": reason, "comment": reason} if reason else {})}
        if approved:
            detail["version"] = self.keep(by, reason, changes).number
        IJournal(self.catalogue).append("catalogue.changed", by, detail)
        notify(ObjectModifiedEvent(self.catalogue))
        return changes

    def _people(self):
        """userids of who may stand in a line: the agency's people, and who stands in one, also after leaving."""
        return people_of(self.catalogue) | {row.get("holder") for row in self.catalogue.entries or ()}

    def _overtaken(self):
        """The Violation of a second editor, which names the first."""
        last = next(iter(IJournal(self.catalogue).entries(newest_first=True, events=("catalogue.changed",))), None)
        if last is None:
            message = _("violation_catalogue_changed", default="Danh mục vừa được người khác sửa: hãy xem lại.")
        else:
            message = _(
                "violation_catalogue_changed_by",
                default="${person} vừa sửa danh mục lúc ${time}: hãy đối chiếu với bản hiện nay.",
                mapping={"person": actor_name(last), "time": show_moment(last.when)},
            )
        return Violation("version", "someone_was_faster", message)

    def keep(self, by, reason, changes=()):
        """See ICatalogueRows."""
        kept = kept_under(self.catalogue, KEY, PersistentList)
        version = CatalogueVersion(
            self.number + 1,
            [dict(row) for row in self.catalogue.headings or ()],
            [dict(row) for row in self.catalogue.entries or ()],
            by,
            clock.now(),
            reason,
            tuple(changes),
        )
        kept.append(version)
        return version


def since_last_year(catalogue, before):
    """What a catalogue says otherwise than the one of the year ``before`` it, years in titles apart: tuple of
    EntryChange.
    """
    old = by_code(before.headings, renewed(before.entries or (), before.year, catalogue.year))
    return changes_between(old, by_code(catalogue.headings, catalogue.entries))


def renewed(rows, old, new):
    """Entries of the year ``old`` for the year ``new``: a year named in a title moves along. Pure."""
    return [{**row, "title": row["title"].replace(str(old), str(new))} for row in rows]


def grouped_by_units(catalogue_entries, units, unit_of):
    """(headings, rows) of a catalogue under the units of an agency instead of activities. Pure.

    ``catalogue_entries``: list of CatalogueEntry; ``units``: list of (id, symbol, title), the first takes what belongs
    to no unit; ``unit_of``: userid -> id of his unit or "". Numbers begin anew in each unit.
    """
    placed = list(enumerate(units, 1))
    headings = [{"key": f"u{place}", "symbol": symbol, "title": title} for place, (_id, symbol, title) in placed]
    keys = {unit: f"u{place}" for place, (unit, _symbol, _title) in placed}
    rows, last = [], {}
    for entry in catalogue_entries:
        key = keys.get(unit_of(entry.holder) if entry.holder else "", headings[0]["key"])
        last[key] = last.get(key, 0) + 1
        rows.append(
            {
                "number": last[key],
                "heading": key,
                "title": entry.title,
                "retention_kind": entry.period.kind if entry.period else None,
                "retention_years": entry.period.years if entry.period else None,
                "holder": entry.holder,
                "note": entry.note,
                "basis": entry.basis,
                "row": entry.row,
            }
        )
    return headings, rows
