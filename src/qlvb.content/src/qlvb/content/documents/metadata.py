"""A document under the field names of the law (Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II)."""

from qlvb.content.documents.document_types import document_type
from qlvb.content.documents.interfaces import URGENCY
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.documents.vocabularies import language_vocabulary
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.i18n import translate


def decree30_metadata(document):
    """Every field that the law lists for the document's direction: dict in the order of the law.

    Values are str, int, None (not known yet), dict (groups) or list of dict (``To``, ``TraceHeaderList``); dates are
    ``DD/MM/YYYY``, the 10 characters of the law. Of several dossiers the first one that took the document is given.
    ``Priority`` is the urgency from 0 (normal) to 3 (express): the law gives no code values, the interchange uses
    these.
    """
    fields = _common_start(document)
    if IOutgoingDocument.providedBy(document):
        fields.update(_outgoing(document))
    else:
        fields.update(_incoming(document))
    return fields


def page_amount(document):
    """Pages of the document: as entered, else counted in its file, else None."""
    if document.page_count is not None:
        return document.page_count
    shown = IFileStore(document).readable()
    return shown[1].page_count if shown else None


def _day(value):
    return value.strftime("%d/%m/%Y") if value else None


def _dossier(document):
    for dossier in getUtility(IDossierFinder).dossiers_of(document):
        uid = document.UID()
        order = next((item.order for item in IDossierContents(dossier).items() if item.uid == uid), None)
        agency = getUtility(IDirectory).agency_of(dossier)
        code = {
            "OrganId": agency.identifier if agency else "",
            "FileCatalog": dossier.year,
            "FileNotation": dossier.code,
        }
        return code, order
    return {"OrganId": "", "FileCatalog": None, "FileNotation": ""}, None


def _common_start(document):
    code, order = _dossier(document)
    kind = document_type(document.document_type)
    number = getattr(document, "original_number", "") or document.document_number
    languages = dict(language_vocabulary.terms)
    return {
        "FileCode": code,
        "DocOrdinal": order,
        "TypeName": kind.title if kind else "",
        "CodeNumber": "" if number is None else str(number),
        "CodeNotation": document.document_symbol,
        "IssuedDate": _day(document.issue_date),
        "OrganName": document.issuing_body,
        "Subject": document.subject,
        "Language": translate(languages.get(document.language, document.language), target_language="vi"),
        "PageAmount": page_amount(document),
        "Description": document.note,
    }


def _signer(document):
    return {"Position": document.signatory_position, "FullName": document.signatory_name}


def _priority(document):
    return URGENCY.index(document.urgency) if document.urgency in URGENCY else 0


def _outgoing(document):
    return {
        "SignerInfo": _signer(document),
        "To": [{"OrganId": row["identifier"], "OrganName": row["name"]} for row in document.recipients],
        "Priority": _priority(document),
        "IssuedAmount": document.issued_copies,
        "DueDate": _day(document.reply_due_date),
    }


def _incoming(document):
    return {
        "ArrivalDate": _day(document.arrival_date),
        "ArrivalNumber": document.arrival_number,
        "SignerInfo": _signer(document),
        "Priority": _priority(document),
        "ToPlaces": document.to_places,
        "TraceHeaderList": _trace(document),
        "DueDate": _day(document.due_date),
    }


def _trace(document):
    """Directions and states as the journal tells them: who, when, what."""
    return [
        {"When": entry.when.isoformat(), "Who": entry.actor, "Event": entry.event, "Detail": entry.detail}
        for entry in IJournal(document).entries()
        if entry.event.startswith(("act.", "line."))
    ]
