"""What becomes of a submission here is told to the one-stop system: noted in the same transaction, sent by a job."""

from plone.uuid.interfaces import IUUID
from qlvb.content.clock import now
from qlvb.content.documents.document_types import document_type
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.outgoing.official import official_version
from zope.component import adapter
from zope.component import getUtility


#: Act -> what the one-stop system is told of it.
TOLD = {
    "receive_onestop": "submission.accepted",
    "sign": "submission.signed",
    "return": "result.returned",
    "return_onestop": "result.returned",
    "cancel": "result.returned",
    "withdraw_submission": "result.returned",
    "transfer_dvc": "result.issued",
    "cancel_onestop": "submission.cancelled",
}
#: The same in the words of systems that are there already (LoaiKetQua).
KINDS = {"result.issued": "01", "result.signed_only": "02", "result.returned": "03", "submission.signed": "04"}
WITH_PAPER = ("result.issued", "result.signed_only")


@adapter(IOneStopDocument, IActPerformed)
def tell(document, event):
    """Keep the event that an act means for the one-stop system, and ask for its sending."""
    word = TOLD.get(event.result.get("did") or event.act.id)
    if word is None:
        return
    case = case_of(document)
    if word == "result.returned":
        case.ended = "returned"
    elif case.ended == "signed_only":
        word = "result.signed_only"
    made = EVENTS.put(document, word, message(document, word, event))
    if made.is_result:
        EVENTS.link_of(document).keep_package(made.id, IUUID(document), now())


def message(document, word, event):
    """dict of JSON values: what an event says, but for its envelope."""
    case, directory = case_of(document), getUtility(IDirectory)
    data = event.data or {}
    agency = directory.agency_of(document)
    return {
        "submissionId": IUUID(document),
        "externalId": case.external_id,
        "caseCode": case.case_code,
        "resultKind": KINDS.get(word),
        "actor": {
            "account": event.actor.userid,
            "fullName": directory.person(event.actor.userid).fullname,
            "unitCode": agency.identifier or agency.id,
        },
        "opinion": data.get("reason") or data.get("comment") or "",
        "document": document_json(document) if word in WITH_PAPER else None,
    }


def document_json(document):
    """dict of JSON values: the paper and its files; without number and date when it was only signed."""
    official = official_version(document)
    signed = next((one for one in IFileStore(document).signed().versions() if one.kind == "signed"), official)
    kind = document_type(document.document_type)
    person = getUtility(IDirectory).person
    return {
        "number": str(document.document_number) if document.document_number else None,
        "notation": document.document_symbol or None,
        "code": document.reference or None,
        "type": kind.title if kind is not None else document.document_type,
        "subject": document.subject,
        "issuedOn": document.issue_date.isoformat() if document.issue_date else None,
        "signedOn": signed.created.date().isoformat(),
        "signer": document.signatory_name,
        "signerPosition": document.signatory_position,
        "drafter": person(document.drafter).fullname if document.drafter else "",
        "files": files_json(document),
    }


def files_json(document):
    """list of dict fileId, name, size, sha256, main: the official PDF first, then its annexes."""
    store = IFileStore(document)
    official = store.signed()
    return [_file(official, True), *(_file(stored, False) for stored in store.files("annex"))]


def _file(stored, main):
    version = stored.current
    return {
        "fileId": f"{stored.id}.{version.number}",
        "name": version.filename,
        "size": version.size,
        "sha256": version.sha256,
        "main": main,
    }
