"""A dossier catalogue as the decree prints it (NĐ 30/2020 Phụ lục V)."""

from functools import cached_property
from itertools import zip_longest
from operator import itemgetter
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.dossiers.amending import since_last_year
from qlvb.content.dossiers.catalogue import counts
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.catalogue import violations
from qlvb.content.dossiers.codes import parse_part_code
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.opened import carried_over
from qlvb.content.dossiers.opened import opened_in
from qlvb.content.layout.lines import roman
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.browser.importing import KINDS
from qlvb.workflows.filing.comparing import compared
from qlvb.workflows.filing.decision import decision_of
from qlvb.workflows.filing.new_catalogue import before
from zope.component import getUtility


#: (name, title, view) of what leads on from a catalogue: for those who write it, for everybody.
EDITING = (
    ("edit", _("catalogue_edit", default="Sửa danh mục"), "edit"),
    ("import", _("catalogue_import", default="Nhập từ tệp"), "@@import-catalogue"),
)
READING = (
    ("xlsx", _("catalogue_export_xlsx", default="Tải xlsx"), "@@export-catalogue?format=xlsx"),
    ("docx", _("catalogue_export_docx", default="Tải docx"), "@@export-catalogue?format=docx"),
    ("journal", _("dossier_journal", default="Nhật ký"), "@@journal"),
)


class CatalogueView(ActionBar, BrowserView):
    """Grouped by headings; an entry whose dossier is open links to it, others can be opened."""

    shell_section = "dossiers"

    def __call__(self):
        self.opened = opened_in(self.context)
        self.approved = api.content.get_state(self.context) == "approved"
        return self.index()

    def further(self):
        """See ActionBar."""
        mending = EDITING if self.may_edit else ()
        return [self.link(*one) for one in (*mending, *READING)]

    @property
    def may_edit(self):
        return may("Modify portal content", self.context)

    @property
    def may_open(self):
        return self.approved and may("qlvb: Open dossier", self.context)

    @property
    def faults(self):
        """What keeps a draft from being approved: list of Violation."""
        return [] if self.approved else violations(self.context)

    @property
    def totals(self):
        return counts(self.context)

    @cached_property
    def changed(self):
        """dict code -> kind (added, changed) of what differs from last year's; "" -> list of lines left out."""
        last = before(getUtility(IDirectory).agency_of(self.context).id, self.context.year)
        found = since_last_year(self.context, last) if last is not None else ()
        return {
            **{one.code: one.kind for one in found if one.kind != "removed"},
            "": [one for one in found if one.kind == "removed"],
        }

    def versions(self):
        """Versions since the approval, newest first: list of dict."""
        kept = ICatalogueRows(self.context).versions()
        return [
            {
                "number": one.number,
                "by": name_of(one.by),
                "when": show_moment(one.when),
                "reason": one.reason,
                "changes": self.told(former, one) if former is not None else [],
            }
            for one, former in zip_longest(kept, kept[1:])
        ]

    def comparison(self):
        """The two versions that were chosen with what the later says otherwise: dict, or None."""
        kept = {str(one.number): one for one in ICatalogueRows(self.context).versions()}
        chosen = [kept.get(str(self.request.form.get(name, ""))) for name in ("older", "newer")]
        if None in chosen:
            return None
        older, newer = sorted(chosen, key=lambda one: one.number)
        return {"older": older.number, "newer": newer.number, "changes": self.told(older, newer)}

    @staticmethod
    def told(old, new):
        """list of dict kind (Message), code, title, parts."""
        return [
            {"kind": KINDS[one.kind], "code": one.code, "title": one.title, "parts": one.parts}
            for one in compared(old, new)
        ]

    def carried_over(self):
        """Dossiers of earlier years that are still being worked on: list of dict."""
        agency = getUtility(IDirectory).agency_of(self.context)
        return [
            {
                "code": f"{dossier.code}/{year}",
                "title": dossier.title if dossier.visible else "",
                "holder": name_of(dossier.holder),
                "url": dossier.url if dossier.visible else "",
            }
            for year, dossier in carried_over(agency.id, self.context.year)
        ]

    def decision(self):
        """The decision that issues the catalogue when the reader may see it: dict, or None."""
        draft = decision_of(self.context)
        if draft is None or not may("View", draft):
            return None
        return {"url": draft.absolute_url(), "title": draft.Title(), "reference": draft.reference}

    def groups(self):
        """list of dict: heading with its Roman number and lines, dossiers not foreseen at the end of their heading."""
        found = headings(self.context)
        return [
            {"number": roman(position), "title": heading.title, "symbol": heading.symbol, "lines": self.lines(heading)}
            for position, heading in enumerate(found, 1)
        ]

    def lines(self, heading):
        codes = {entry.code for entry in heading.entries}
        others = [
            dossier
            for code, dossier in self.opened.items()
            if code not in codes and parse_part_code(code) is None and code.split(".", 1)[-1] == heading.symbol
        ]
        found = [self.line(entry) for entry in heading.entries] + [self.unplanned(dossier) for dossier in others]
        return [one for line in found for one in (line, *self.parts.get(line["code"], ()))]

    @cached_property
    def parts(self):
        """dict code of a dossier -> lines of its parts, by their numbers."""
        found = {}
        for code, dossier in self.opened.items():
            if (parsed := parse_part_code(code)) is not None:
                found.setdefault(parsed[0], []).append((parsed[1], {**self.unplanned(dossier), "part": True}))
        return {code: [line for _number, line in sorted(lines, key=itemgetter(0))] for code, lines in found.items()}

    def line(self, entry):
        dossier = self.opened.get(entry.code)
        return {
            "code": entry.code,
            "title": entry.title,
            "retention": entry.period.label if entry.period else "",
            "holder": name_of(dossier.holder if dossier is not None else entry.holder),
            "note": entry.note,
            "basis": entry.basis,
            "change": self.changed.get(entry.code, ""),
            "opened": dossier is not None,
            "url": dossier.url if dossier is not None and dossier.visible else "",
            "open_url": f"{self.context.absolute_url()}/@@act/open_dossier?entry={entry.code}",
            "unplanned": False,
            "part": False,
        }

    def unplanned(self, dossier):
        return {
            "code": dossier.code,
            "title": dossier.title if dossier.visible else "",
            "retention": "",
            "holder": name_of(dossier.holder),
            "note": "",
            "basis": "",
            "change": "",
            "opened": True,
            "url": dossier.url if dossier.visible else "",
            "open_url": "",
            "unplanned": True,
            "part": False,
        }
