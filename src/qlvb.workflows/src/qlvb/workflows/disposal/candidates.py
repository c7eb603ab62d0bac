"""The list that the system makes: what is expired on a day, and what is there twice (TT 05/2025 Điều 48)."""

from dataclasses import dataclass
from qlvb.content.disposals.standing import DOSSIER_STATES
from qlvb.content.disposals.standing import due_on
from qlvb.content.disposals.standing import violations
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of


@dataclass(frozen=True)
class Candidate:
    """A record that may be proposed. ``why``: for a duplicate the UID of the record that stays, else ""."""

    record: object
    reason: str
    why: str = ""


def expired(agency_id, day):
    """Dossiers of the agency whose retention is over on ``day`` and that nothing keeps, by code: list of Candidate."""
    filters = {"agency": agency_id, "state": list(DOSSIER_STATES), "retention_due_to": day.isoformat()}
    found = []
    for row in every_row(Question(types=("Dossier",), filters=filters, sort="number")):
        dossier = find_record(row.uid)
        if dossier is not None and due_on(dossier, day) and not violations(dossier, "expired", day=day):
            found.append(Candidate(dossier, "expired"))
    return found


def duplicates(agency_id):
    """Documents of closed dossiers with the same official file as an older one, which stays: list of Candidate.

    One that still lies in a live dossier is no candidate: there its content is needed.
    """
    first, found = {}, []
    for document in sorted(_documents(agency_id), key=lambda document: document.created()):
        shown = IFileStore(document).readable() or _received(document)
        if shown is None:
            continue
        digest = shown[1].sha256
        kept = first.setdefault(digest, document)
        if kept is not document and not violations(document, "duplicate"):
            found.append(Candidate(document, "duplicate", kept.UID()))
    return found


def _received(document):
    files = IFileStore(document).files("original")
    return (files[0], files[0].current) if files else None


def _documents(agency_id):
    """Documents of the agency that were filed in a dossier: list, each once."""
    found = {}
    for row in every_row(Question(types=("Dossier",), filters={"agency": agency_id}, sort="number")):
        dossier = find_record(row.uid)
        for item, document in IDossierContents(dossier).documents() if dossier is not None else ():
            if document is not None and state_of(document) != "destroyed":
                found[item.uid] = document
    return list(found.values())
