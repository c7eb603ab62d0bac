"""The agency's signature, which is its seal (NĐ 30/2020 Điều 32 and Phụ lục I Mục II.8)."""

from contextlib import contextmanager
import logging
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.localsigning.interfaces import Sheet
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import person_verdict
from qlvb.workflows.outgoing.official import store_official
from qlvb.workflows.signing.form import ORGANISATION
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.signing.signatures import ANNEX
from ZODB.POSException import ConflictError
from zope.component import getUtility


logger = logging.getLogger("qlvb.sealing")
SEAL_RULE = "NĐ 30/2020 Điều 32"


def key_violations(agency_id):
    """Why the agency cannot sign: it has no key, or its certificate has ended."""
    key = getUtility(IKeyRing).describe(agency_id=agency_id)
    if key is None:
        message = _("violation_no_agency_key", default="Cơ quan chưa có chứng thư số để đóng dấu.")
        yield Violation("", "no_key", message, SEAL_RULE)
    elif key.get("expired"):
        message = _("violation_agency_key_expired", default="Chứng thư số của cơ quan đã hết hạn.")
        yield Violation("", "certificate_expired", message, SEAL_RULE)


def seal_violations(document, agency_id, thorough):
    """Why the document cannot be sealed: no key of the agency, no valid signature of a person before it.

    ``thorough`` verifies the person's signature too, which takes a moment: when it is done, not when it is listed.
    """
    yield from key_violations(agency_id)
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


@contextmanager
def asking_the_provider():
    """Whoever keeps the agency's key may fail in his own way: then the act is refused whole, and can be done again.

    :raises Refused: 503 ``signing_failed``.
    """
    try:
        yield
    except (Refused, ConflictError):
        raise
    except Exception as error:  # keys lie with providers of any kind, and what each of them raises is not known here
        logger.exception("the agency's signature failed")
        message = _(
            "violation_sealing_failed",
            default="Dịch vụ ký số của cơ quan không ký được. Chưa có gì thay đổi và không mất số nào: hãy thử lại sau "
            "ít phút; nếu vẫn lỗi, báo quản trị hệ thống.",
        )
        raise Refused([Violation("", "signing_failed", message, SEAL_RULE)], 503) from error


def seal_document(document, agency, by):
    """Seal the numbered PDF; returns the sealed version."""
    ring = getUtility(IKeyRing)
    data = official_version(document).data()
    with asking_the_provider():
        sealed = getUtility(IPdfSigning).sign_organisation(
            data,
            ring.for_agency(agency.id),
            image=ring.agency_image(agency.id),
            signed_by=ring.certificate(userid=document.signatory),
        )
    return store_official(document, sealed, by, "sealed", note=document.reference)


def unsealed_annexes(document):
    """Separate PDF annexes without the agency's signature: list of IStoredFile."""
    return [
        annex
        for annex in IFileStore(document).files("annex")
        if annex.current.mimetype == "application/pdf" and annex.current.kind != "sealed"
    ]


def seal_annexes(document, agency, by):
    """Sign each separate PDF annex with the reference of its document; returns their file names."""
    store, signing = IFileStore(document), getUtility(IPdfSigning)
    with asking_the_provider():
        signer = getUtility(IKeyRing).for_agency(agency.id)
    sealed = []
    for annex in unsealed_annexes(document):
        version = annex.current
        data = version.data()
        with asking_the_provider():
            data = signing.stamp_annex(data, signer, document.reference)
        store.replace(annex.id, version.filename, data, by, note=document.reference, kind="sealed")
        sealed.append(version.filename)
    return sealed


def sheets_to_seal(document, agency_id):
    """What the agency signs on the clerk's own machine: the numbered file and each annex, list of Sheet.

    :raises Refused: 409 ``already_signed``: an annex bears a signature; what ``prepare_annex`` raises.
    """
    certificate = getUtility(IKeyRing).certificate(agency_id=agency_id).dump()
    version, when = official_version(document), document.issue_date.strftime("%d/%m/%Y")
    common = {"certificate": certificate, "number": document.reference, "date": when}
    sheets = [Sheet("issue", version.filename, version.data(), field=ORGANISATION, **common)]
    for annex in unsealed_annexes(document):
        data = getUtility(IPdfSigning).prepare_annex(annex.current.data())
        sheets.append(Sheet("appendix", annex.current.filename, data, field=ANNEX, file=annex.id, **common))
    return sheets


def take_sealed(document, sheets, by):
    """Store what was sealed on the clerk's machine (tuple of Brought); returns the names of the annexes.

    :raises Refused: 409 ``local_revision_lost``: a file is not what it was, or there is an annex more.
    """
    store, (main, *annexes) = IFileStore(document), sheets
    present = {annex.id: annex.current for annex in unsealed_annexes(document)}
    if main.before != official_version(document).data() or set(present) != {sheet.file for sheet in annexes}:
        raise refusal("local_revision_lost")
    if not all(sheet.before.startswith(present[sheet.file].data()) for sheet in annexes):
        raise refusal("local_revision_lost")
    store_official(document, main.after, by, "sealed", note=document.reference)
    for sheet in annexes:
        version = present[sheet.file]
        store.replace(sheet.file, version.filename, sheet.after, by, note=document.reference, kind="sealed")
    return [present[sheet.file].filename for sheet in annexes]
