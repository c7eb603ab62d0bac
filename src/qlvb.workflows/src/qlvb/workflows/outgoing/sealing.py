"""The agency's signature, which is its seal (NĐ 30/2020 Điều 32 and Phụ lục I Mục II.8)."""

from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Violation
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import person_verdict
from qlvb.workflows.outgoing.official import store_official
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility


SEAL_RULE = "NĐ 30/2020 Điều 32"


def seal_violations(document, agency_id, thorough):
    """Why the document cannot be sealed: no key of the agency, no valid signature of a person before it.

    ``thorough`` verifies the person's signature too, which takes a moment: when it is done, not when it is listed.
    """
    key = getUtility(IKeyRing).describe(agency_id=agency_id)
    if key is None:
        message = _("violation_no_agency_key", default="Cơ quan chưa có chứng thư số để đóng dấu.")
        yield Violation("", "no_key", message, SEAL_RULE)
    elif key.get("expired"):
        message = _("violation_agency_key_expired", default="Chứng thư số của cơ quan đã hết hạn.")
        yield Violation("", "certificate_expired", message, SEAL_RULE)
    version = official_version(document)
    if thorough and version is not None:
        verdict = person_verdict(version.data())
        if verdict is None or verdict.verdict != "valid":
            message = _(
                "violation_person_signature_not_valid",
                default="Chỉ đóng dấu lên văn bản có chữ ký hợp lệ của người có thẩm quyền. ${reason}",
                mapping={"reason": verdict.reason if verdict is not None else ""},
            )
            yield Violation("", "signature_invalid", message, SEAL_RULE)


def seal_document(document, agency, by):
    """Seal the numbered PDF; returns the sealed version."""
    ring = getUtility(IKeyRing)
    sealed = getUtility(IPdfSigning).sign_organisation(
        official_version(document).data(),
        ring.for_agency(agency.id),
        image=ring.agency_image(agency.id),
        signed_by=ring.for_person(document.signatory),
    )
    return store_official(document, sealed, by, "sealed", note=document.reference)


def seal_annexes(document, agency, by):
    """Sign each separate PDF annex with the reference of its document; returns their file names."""
    store, signing = IFileStore(document), getUtility(IPdfSigning)
    signer = getUtility(IKeyRing).for_agency(agency.id)
    sealed = []
    for annex in store.files("annex"):
        version = annex.current
        if version.mimetype != "application/pdf" or version.kind == "sealed":
            continue
        data = signing.stamp_annex(version.data(), signer, annex_text(document))
        store.replace(annex.id, version.filename, data, by, note=document.reference, kind="sealed")
        sealed.append(version.filename)
    return sealed


def annex_text(document):
    """The line on a separate annex: number and symbol of its document, and its date."""
    return f"{document.reference}; {document.issue_date.strftime('%d/%m/%Y')}"
