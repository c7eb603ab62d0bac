"""The certificate of a DIP (TT 05/2025 Điều 40 to 42): which records are given to whom, that they equal the archive's
copy, with the hash of every file; a PDF/A sealed by the agency.
"""

from dataclasses import replace
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_type
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Table
from qlvb.content.layout.heads import under_head
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.codes import PURPOSE
from qlvb.content.packages.interfaces import RULE
from qlvb.content.packages.interfaces import Finding
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages.contents import filed_in
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.i18n import translate


#: What the certificate says beside the request: name -> (label, longest).
FIELDS = {
    "receiver": (_("dip_receiver", default="Người nhận"), 200),
    "receiverIdentity": (_("dip_receiver_identity", default="Số định danh hoặc hộ chiếu của người nhận"), 50),
    "validUntil": (_("dip_valid_until", default="Thời hạn sử dụng đến ngày"), 10),
    "copies": (_("dip_copies", default="Số lượng bản"), 3),
}
HEAD = ("Mã lưu trữ", "Số, ký hiệu", "Tên loại, trích yếu", "Tệp và mã SHA-256")
WIDTHS = (4, 3, 4, 6)


def option_violations(options):
    """What is wrong with the options of the certificate: list of Violation (pure)."""
    found = []
    for name, (label, longest) in FIELDS.items():
        if len(options.get(name, "")) > longest:
            said = {"field": label, "most": str(longest)}
            text = _("violation_dip_long", default="${field}: dài quá ${most} ký tự.", mapping=said)
            found.append(Violation(name, "value_too_long", text, RULE))
    if options.get("validUntil") and _day(options["validUntil"]) is None:
        said = {"field": FIELDS["validUntil"][0]}
        text = _("violation_dip_day", default="${field}: ngày có dạng DD/MM/YYYY.", mapping=said)
        found.append(Violation("validUntil", "value_no_date", text, RULE))
    copies = options.get("copies", "1")
    if not (copies.isascii() and copies.isdigit() and int(copies)):
        text = _("violation_dip_copies", default="Số lượng bản là một số từ 1.")
        found.append(Violation("copies", "value_no_number", text, RULE))
    return found


def with_certificate(package, dossier, options):
    """(Package, findings): the package with its certificate; without one where the request names no receiver or the
    agency has no key, which a warning says.

    :raises Refused: 503 the program that makes PDF/A is out of reach.
    """
    agency = getUtility(IDirectory).agency_of(dossier)
    signer = getUtility(IKeyRing).for_agency(agency.id)
    if not options.get("receiver"):
        return package, (Finding("certificate_no_receiver", "", "", "warning"),)
    if signer is None:
        return package, (Finding("certificate_no_key", "", agency.title, "warning"),)
    documents = [one.document for one in filed_in(dossier) if one.document is not None]
    sheet = compose(layout_of(package, documents, agency, options, clock.today()))
    try:
        pdf = getUtility(IConverter).convert(sheet, ".docx")
    except ConversionFailed as failure:
        raise Refused([Violation("", "certificate_not_made", failure.message, RULE)], 503) from failure
    return replace(package, certificate=getUtility(IPdfSigning).stamp_annex(pdf, signer, agency.title)), ()


def layout_of(package, documents, agency, options, today):
    """The certificate as a Layout. ``documents``: the records of ``package.documents``, in the same order."""
    rows = tuple(
        (packed.fields.get("arcDocCode", packed.code), record.reference, _said(record), _hashes(packed))
        for packed, record in zip(package.documents, documents, strict=True)
    )
    who = ", ".join(part for part in (options["receiver"], options.get("receiverIdentity", "")) if part)
    purpose = PURPOSE.get(options.get("purpose", ""), "")
    until = options.get("validUntil", "")
    body = (
        f"Mã xác thực lưu trữ: {package.object_id}.",
        f"Lưu trữ: {agency.title}.",
        f"Người nhận: {who}.",
        f"Theo yêu cầu khai thác số {options.get('requestID', '')} ngày {options.get('requestDate', '')}.",
        f"Mục đích sử dụng: {'; '.join(part for part in (purpose, options.get('purposeContent', '')) if part)}.",
        f"Ngày cấp: {today:%d/%m/%Y}. Thời hạn sử dụng: {f'đến {until}' if until else 'không xác định'}. "
        f"Số lượng bản: {options.get('copies', '1')}.",
        "Các tài liệu dưới đây trong gói tin này đúng với bản lưu tại lưu trữ; mỗi tệp có mã SHA-256 như đã ghi.",
        Table(HEAD, rows, WIDTHS),
    )
    return under_head(
        agency,
        symbol=None,  # known by its Mã xác thực; it goes through no register
        document_type="minutes",
        type_name="Giấy chứng nhận",
        subject="Bản sao tài liệu lưu trữ có xác thực",
        day=today,
        body=body,
        signature_block=(agency.title,),
    )


def _said(record):
    kind = document_type(record.document_type)
    title = translate(kind.title, target_language="vi") if kind is not None else ""
    return f"{title}: {record.subject}" if title else record.subject


def _hashes(packed):
    return "; ".join(f"{file.title}: {file.sha256}" for file in packed.files)


def _day(text):
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None
