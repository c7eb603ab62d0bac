"""Finding and opening dossiers."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.i18n.normalizer.interfaces import IURLNormalizer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.catalogue import entries
from qlvb.content.dossiers.catalogue import find_entry
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.codes import compose_code
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.opened import opened_in
from qlvb.content.dossiers.opened import path_of_opened
from qlvb.content.dossiers.parts import join_parts
from qlvb.content.dossiers.parts import next_part_code
from qlvb.content.index.lookups import records_with
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.lookup import object_at
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.text import fold
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.interface import implementer


RULE = "NĐ 30/2020 Điều 29"


def _refuse(field, code, message, status):
    raise Refused([Violation(field, code, message, RULE)], status)


@implementer(IDossierFinder)
class DossierFinder:
    """See IDossierFinder. Answers are complete; what a person may see is the caller's question."""

    def dossiers_of(self, document):
        """Dossiers that reference the document, both sides agreeing: list of objects by code."""
        found = [find_record(uid) for uid in dossier_uids(document)]
        kept = [
            dossier
            for dossier in found
            if dossier is not None and IDossierContents(dossier).item_of(document) is not None
        ]
        return sorted(kept, key=lambda dossier: (dossier.year, dossier.code))

    def open_from_entry(self, catalogue, code, by, **changes):
        """Open a dossier from a catalogue entry; returns it.

        :raises Refused: 404 unknown entry; 409 catalogue not approved, dossier opened already.
        """
        self._check_approved(catalogue)
        entry = find_entry(catalogue, code)
        if entry is None:
            message = _("violation_entry_unknown", default="Danh mục không có hồ sơ ${code}.", mapping={"code": code})
            _refuse("entry", "entry_unknown", message, 404)
        fields = {
            "title": entry.title,
            "entry": entry.code,
            "retention_kind": entry.period.kind if entry.period else None,
            "retention_years": entry.period.years if entry.period else None,
            "retention_row": entry.row,
            "retention_basis": entry.basis,
            "holder": entry.holder or by,
            "note": entry.note,
        }
        return self._create(catalogue, entry.code, by, {**fields, **changes})

    def open_unplanned(self, catalogue, heading, by, **fields):
        """Open a dossier the catalogue does not foresee (Điều 29.2) under ``heading`` (key), with the next free number.

        :raises Refused: 404 unknown heading; 409 catalogue not approved.
        """
        self._check_approved(catalogue)
        found = next((row for row in headings(catalogue) if row.key == heading), None)
        if found is None:
            message = _(
                "violation_heading_missing",
                default="Danh mục không có đề mục ${heading}.",
                mapping={"heading": heading},
            )
            _refuse("heading", "heading_unknown", message, 404)
        taken = [*(entry.code for entry in entries(catalogue)), *opened_in(catalogue)]
        numbers = [number for number, symbol in filter(None, map(parse_code, taken)) if symbol == found.symbol]
        code = compose_code(max(numbers, default=0) + 1, found.symbol)
        return self._create(catalogue, code, by, {"holder": by, "entry": "", **fields})

    def open_part(self, dossier, by, **fields):
        """See IDossierFinder."""
        inherited = ("retention_kind", "retention_years", "retention_row", "retention_basis", "access_conditions")
        said = {name: getattr(dossier, name) for name in inherited}
        kept = IRetention(dossier)
        if kept.inherited_from == "entry":
            said |= {"retention_kind": kept.period.kind, "retention_years": kept.period.years}
            said |= {"retention_basis": kept.basis}
        part = self._create(
            aq_parent(aq_inner(dossier)),
            next_part_code(dossier),
            by,
            {**said, "year": dossier.year, "additional": dict(dossier.additional), **fields},
        )
        join_parts(dossier, part)
        return part

    def opened(self, catalogue, code):
        """The dossier with this code in the catalogue, or None."""
        path = path_of_opened(catalogue, code)
        return object_at(path) if path else None

    def catalogues(self, agency_id):
        """Catalogues of an agency, newest year first: list."""
        agency = getUtility(IDirectory).agency_object(agency_id)
        section = None if agency is None else agency.get("dossiers")
        found = [] if section is None else list(section.objectValues())
        return sorted(found, key=lambda catalogue: -catalogue.year)

    def dossiers(self, agency_id, state=None, holder=None, text="", year=None):
        """Dossiers of an agency, newest year first and by code, whoever may see them: list."""
        words = fold(text).split()
        asked = {"agency": agency_id, "state": state, "holder": holder, "year": year}
        rows = records_with({"portal_type": "Dossier", **asked}, "number_sort")
        fitting = [row for row in rows if all(word in fold(f"{row.reference} {row.subject}") for word in words)]
        return [dossier for row in fitting if (dossier := object_at(row.path)) is not None]

    def open_dossiers(self, agency_id, holder=None, text=""):
        """list of open dossiers; ``text`` matches code or title without accents."""
        return self.dossiers(agency_id, "open", holder, text)

    def _check_approved(self, catalogue):
        if api.content.get_state(catalogue, default="approved") != "approved":
            message = _("violation_catalogue_not_approved", default="Danh mục hồ sơ chưa được duyệt.")
            _refuse("catalogue", "catalogue_not_approved", message, 409)

    def _create(self, catalogue, code, by, fields):
        if self.opened(catalogue, code) is not None:
            message = _("violation_dossier_opened", default="Hồ sơ ${code} đã mở.", mapping={"code": code})
            _refuse("entry", "dossier_opened", message, 409)
        fields = nfc_tree({"year": catalogue.year, "start_date": clock.today(), "language": "vi", **fields})
        dossier = createContentInContainer(
            catalogue,
            "Dossier",
            checkConstraints=False,
            id=getUtility(IURLNormalizer).normalize(code, locale="vi"),
            code=code,
            **fields,
        )
        IJournal(dossier).append("created", by, {"code": code, "title": dossier.title})
        return dossier
