"""The certificate of a destruction: the data (JSON), signed, and a PDF/A sealed by the agency that names its hash."""

from hashlib import sha256
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.integrity.interfaces import IStatementSigner
from qlvb.content.journal.entry import canonical
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.layout.compose import compose
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.disposal.filing import file_component
from qlvb.workflows.disposal.forms import certificate as certificate_form
from qlvb.workflows.integrity.statement_signing import StatementNotSigned
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility


#: Name and version of the shape of the data.
SHAPE = "qlvb-destruction-certificate/1"
FILENAME = "Giấy chứng nhận tiêu hủy.pdf"


def data_of(disposal, sheet):
    """dict of JSON values: what was destroyed by which decision, and what of the list was not."""
    agency = getUtility(IDirectory).agency_of(disposal)
    items = sheet.items("destroy")
    return {
        "shape": SHAPE,
        "agency": {"identifier": agency.identifier, "title": agency.title},
        "disposal": {"UID": disposal.UID(), "title": disposal.title, "fonds": disposal.fonds},
        "council": sheet.council,
        "opinion": sheet.opinion,
        "decision": sheet.decision,
        "execution": sheet.execution,
        "destroyed": [
            {
                "UID": item.uid,
                "kind": item.kind,
                "reference": item.reference,
                "title": item.title,
                "reason": item.reason,
                "when": item.done.isoformat(),
                "files": list(item.destroyed),
            }
            for item in items
            if item.done
        ],
        "not_destroyed": [
            {"UID": item.uid, "reference": item.reference, "title": item.title, "why": item.skipped}
            for item in items
            if not item.done
        ],
    }


def certify(disposal, sheet):
    """Make and file the minutes of the destruction and the certificate; the disposal dossier is complete with them.

    :raises JobFailed: the key, the time stamp or the program that makes PDF/A is out of reach; to be tried again.
    """
    by = sheet.execution["by"]
    sheet.write("execution", {**sheet.execution, "ended": clock.now().isoformat()})
    data = canonical(data_of(disposal, sheet))
    digest = sha256(data.encode()).hexdigest()
    agency = getUtility(IDirectory).agency_of(disposal)
    signer = getUtility(IKeyRing).for_agency(agency.id)
    if signer is None:
        raise JobFailed(_("disposal_no_key", default="Chưa có chứng thư số của cơ quan để ký giấy chứng nhận."))
    try:
        signature = getUtility(IStatementSigner).sign(data.encode())
        pdf = getUtility(IConverter).convert(compose(certificate_form(disposal, digest)), ".docx")
    except StatementNotSigned as error:
        raise JobFailed(_("disposal_not_signed", default="Chưa ký được giấy chứng nhận tiêu hủy.")) from error
    except ConversionFailed as failure:
        raise JobFailed(failure.message, retry=True) from failure
    sealed = getUtility(IPdfSigning).stamp_annex(pdf, signer, str(sheet.decision["number"]))
    file_component(disposal, "destruction", by)
    IFileStore(disposal).add("annex", FILENAME, sealed, by, note="certificate")
    sheet.write("certificate", {"json": data, "signature": signature, "sha256": digest})
    detail = {"sha256": digest, "decision": sheet.decision["number"]}
    IJournal(disposal).append("disposal.certified", by, detail)
