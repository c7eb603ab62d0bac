"""What the index keeps of the fields of documents, dossiers and catalogues."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import date
from plone.uuid.interfaces import IUUID
from qlvb.content.additional.record import words_of
from qlvb.content.documents.document_types import document_type
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.dossiers.catalogue import counts
from qlvb.content.dossiers.codes import place_in_catalogue
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.index.building import NO_DAY
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.demands import own_period
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.content.text import nfc
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


URGENCY_RANK = {"express": 0, "express_timed": 0, "very_urgent": 1, "urgent": 2, "normal": 3}
#: Fields of a document that are words to search by, beside subject, reference and people.
_WORDS = (
    "field_of_work",
    "note",
    "signatory_position",
    "issuing_body_identifier",
    "arrival_extra_number",
    "proposed_direction",
    "retained_by",
)
#: Fields of a document that lists can show as columns: name -> key of the row's facts.
_SHOWN = (
    "field_of_work",
    "note",
    "language",
    "page_count",
    "sheet_count",
    "copies_count",
    "issued_copies",
    "arrival_channel",
    "signatory_name",
    "signatory_position",
    "drafter",
    "drafting_unit",
    "to_places",
)


def ordinal(day):
    """Ordinal number of a date, 0 for none."""
    return day.toordinal() if day else NO_DAY


def priority(urgency, deadline_day, created):
    """One number by which the most urgent comes first, then the nearest deadline, then what waits longest.

    ``created`` is in seconds; minutes count.
    """
    return (URGENCY_RANK.get(urgency, 3) << 56) | (deadline_day << 32) | (int(created) // 60)


def dossier_order(year, code):
    """One number by which dossiers of the newest year come first, and within a year those of lower codes.

    >>> dossier_order(2026, "01.VP") < dossier_order(2026, "02.CNTT") < dossier_order(2025, "01.VP")
    True
    """
    parsed = place_in_catalogue(code)
    return (9999 - (year or 0)) * 10_000 + (parsed[0] if parsed else 0)


def heading_of(code):
    """The symbol of the heading under which a dossier stands in its catalogue, "" for a code of another form.

    >>> heading_of("02.CNTT"), heading_of("cũ")
    ('CNTT', '')
    """
    parsed = place_in_catalogue(code)
    return parsed[1] if parsed else ""


def _fullname(userid):
    person = getUtility(IDirectory).person(userid) if userid else None
    return person.fullname if person is not None else userid or ""


def _joined(words):
    return " · ".join(str(word) for word in words if word not in (None, ""))


@implementer(IIndexedFields)
@adapter(IDocument)
class DocumentFields:
    """Documents of both directions."""

    def __init__(self, document):
        # Without its parents: they would be asked for every field that is empty here.
        self.document = aq_base(document)
        self.more = words_of(document)
        # The others are due with their dossiers, which say it for them.
        self.retention = IRetention(document) if own_period(document)[0] is not None else None
        self.incoming = IIncomingDocument.providedBy(document)

    def read(self, facts):
        """See IIndexedFields."""
        document = self.document
        arrived = getattr(document, "arrival_date", None)
        deadline = facts.get("deadline")
        due = date.fromisoformat(deadline) if deadline else getattr(document, "due_date", None)
        due_day = due.toordinal() if due else NO_DEADLINE
        created = float(document.created())
        day = arrived or document.issue_date
        incoming = self.incoming
        columns = {
            "direction": "incoming" if incoming else "outgoing",
            "document_type": document.document_type or "",
            "urgency": document.urgency or "normal",
            "secrecy": document.secrecy or "none",
            "register": document.register or "",
            "year": day.year if day else document.created().year(),
            "issue_day": ordinal(document.issue_date),
            "arrival_day": ordinal(arrived),
            "deadline_day": due_day,
            "number_sort": (document.arrival_number if incoming else document.document_number) or 0,
            "reference": document.reference or "",
            "reference_key": compact(document.reference),
            "subject": document.subject or "",
            "subject_sort": fold(document.subject)[:200],
            "issuing_body": document.issuing_body or "",
            "in_reply_to": document.in_reply_to or "",
            "holder": getattr(document, "drafter", None) or "",
            "signatory": self._signatory,
            "field_of_work": nfc(document.field_of_work or ""),
            "symbol": compact(document.document_symbol),
            "priority": priority(document.urgency, due_day, created),
        }
        kept = self._kept()
        columns |= {
            "retention": kept.get("retention_kind", ""),
            "retention_years": kept.get("retention_years", 0),
            "retention_due_day": ordinal(self.retention.due.date) if kept else 0,
        }
        return columns, {**self._facts(due), **kept}, self._texts(facts)

    def _kept(self):
        """dict of facts: the retention of a document that was given a period of its own."""
        if self.retention is None:
            return {}
        period, due = self.retention.period, self.retention.due
        found = {
            "retention_kind": period.kind,
            "retention_years": period.years,
            "retention_basis": self.retention.basis,
            "retention_due": due.date.isoformat() if due.date else None,
            "retention_why": [due.reason, due.mapping],
        }
        return {name: value for name, value in found.items() if value}

    @property
    def _signatory(self):
        return nfc(getattr(self.document, "signatory", None) or self.document.signatory_name or "")

    def _facts(self, due):
        document = self.document
        shown = {name: getattr(document, name, None) for name in _SHOWN}
        return {
            **{name: value for name, value in shown.items() if value not in (None, "")},
            "arrival_number": getattr(document, "arrival_number", None),
            "signatory": self._signatory or None,
            "due_date": due.isoformat() if due else None,
        }

    def _texts(self, facts):
        document = self.document
        kind = document_type(document.document_type)
        people = {
            document.signatory_name,
            *(_fullname(getattr(document, name, None)) for name in ("drafter", "signatory")),
            *(_fullname(userid) for userid in facts.get("lines", ())),
        }
        bodies = [document.issuing_body, *(row.get("name", "") for row in getattr(document, "recipients", None) or ())]
        number = getattr(document, "arrival_number", None)
        return {
            "subject": document.subject or "",
            "reference": _joined([document.reference, number]),
            "people": _joined([*bodies, *sorted(filter(None, people))]),
            "fields": _joined(
                [kind.title if kind else "", *(getattr(document, name, "") for name in _WORDS), self.more]
            ),
        }


@implementer(IIndexedFields)
@adapter(IDossier)
class DossierFields:
    """Dossiers: the code is their reference."""

    def __init__(self, dossier):
        self.dossier = aq_base(dossier)
        self.more = words_of(dossier)
        self.retention = IRetention(dossier)
        self.catalogue = aq_parent(aq_inner(dossier))

    def read(self, facts):
        """See IIndexedFields."""
        dossier, kept, due = self.dossier, self.retention.period, self.retention.due
        columns = {
            "year": dossier.year or 0,
            "reference": dossier.code or "",
            "reference_key": compact(dossier.code),
            "subject": dossier.title or "",
            "subject_sort": fold(dossier.title)[:200],
            "holder": dossier.holder or "",
            "number_sort": dossier_order(dossier.year, dossier.code),
            "issue_day": ordinal(dossier.start_date),
            "arrival_day": ordinal(dossier.end_date),
            "parent": IUUID(self.catalogue),
            "heading": heading_of(dossier.code),
            "retention": kept.kind if kept else "",
            "retention_years": (kept.years if kept else None) or 0,
            "retention_due_day": ordinal(due.date if due else None),
            "deadline_day": date.fromisoformat(facts["deadline"]).toordinal() if facts.get("deadline") else NO_DEADLINE,
        }
        whole = whole_of(self.dossier)
        more = {name: getattr(dossier, name, None) for name in ("entry", "note", "language", "retention_row")}
        more["retention_kind"] = kept.kind if kept else None
        more["retention_years"] = kept.years if kept else None
        more["own_kind"], more["own_years"] = dossier.retention_kind, dossier.retention_years
        more["retention_basis"] = self.retention.basis
        more["part_of"] = IUUID(whole) if whole is not None else None
        more["parts"] = [IUUID(part) for part in parts_of(self.dossier)] or None
        for name in ("retention_event", "retention_extended"):
            day = getattr(dossier, name, None)
            more[name] = day.isoformat() if day else None
        more["retention_due"] = due.date.isoformat() if due and due.date else None
        texts = {
            "subject": dossier.title or "",
            "reference": dossier.code or "",
            "people": _fullname(dossier.holder),
            "fields": _joined([dossier.note, dossier.access_conditions, dossier.retention_basis, self.more]),
        }
        return columns, {name: value for name, value in more.items() if value not in (None, "")}, texts


@implementer(IIndexedFields)
@adapter(IDossierCatalogue)
class CatalogueFields:
    """Dossier catalogues."""

    def __init__(self, catalogue):
        self.catalogue = aq_base(catalogue)

    def read(self, facts):
        """See IIndexedFields."""
        title = self.catalogue.title or ""
        year = self.catalogue.year or 0
        columns = {"year": year, "number_sort": year, "subject": title, "subject_sort": fold(title)[:200]}
        facts = {"entries": counts(self.catalogue)[0]}
        return columns, facts, {"subject": title, "reference": self.catalogue.decision or ""}


#: Portal types that the search finds.
SEARCHED = (
    "IncomingDocument",
    "OutgoingDocument",
    "Dossier",
    "Task",
    "SubmissionNote",
    "OpinionRequest",
    "PersonalDocument",
)
