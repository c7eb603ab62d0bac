"""What must be in order before a dossier is closed (NĐ 30/2020 Điều 29.4)."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.additional.record import settle
from qlvb.content.additional.record import stored_values
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import kind_of
from qlvb.content.files.versions import PDF
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.content.violations import Violation
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.filing.templates import completeness_of
from qlvb.workflows.incoming.verification import verdicts_of
from qlvb.workflows.transfer.intake.pdfa.kept import judged
from qlvb.workflows.transfer.intake.pdfa.kept import known
from qlvb.workflows.transfer.intake.pdfa.wording import lack
from qlvb.workflows.transfer.interfaces import ITransferSettings
import time
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


RULE = "NĐ 30/2020 Điều 29.4"
FORMAT = "TT 05/2025/TT-BNV"
#: Roles of the files that are the document itself and its annexes.
KEPT_ROLES = ("main", "signed", "annex")
#: Kinds that say nothing of what is in them.
BUNDLES = ("zip", "rar")
#: Seconds for which files are judged while somebody waits; what is left is the worker's (act ``check_pdfa``).
AT_ONCE = 2
#: Things named of one file; the others follow when these are mended.
MOST_LACKS = 3


UNREADABLE = _("violation_pdf_unreadable", default="không mở được tệp")


def violations(dossier, with_retention=True, with_forms=True):
    """Everything that keeps the dossier open: list of Violation, field = UID of the document concerned or a field's
    name.

    ``with_retention`` False leaves out the retention, which the act of closing asks for; ``with_forms`` False what
    the agency asks of PDF, for which each of them has to be judged.
    """
    found = []
    documents = IDossierContents(dossier).documents()
    if not documents and not parts_of(dossier):
        found.append(
            Violation(
                "contents", "dossier_empty", _("violation_dossier_empty", default="Hồ sơ chưa có văn bản nào."), RULE
            )
        )
    if with_retention and period(dossier) is None:
        message = _("violation_retention_missing", default="Hồ sơ chưa có thời hạn bảo quản hợp lệ.")
        found.append(Violation("retention_kind", "retention_missing", message, RULE))
    found.extend(settle("Dossier", None, stored_values(dossier), dossier, complete=True)[1])
    for item, document in documents:
        found.extend(_of_document(item, document))
    if with_forms and asks_pdfa(dossier):
        found.extend(_not_archival(documents))
    complete = completeness_of(dossier)
    for component in complete.missing if complete is not None else ():
        message = _(
            "violation_component_missing", default="Thiếu thành phần: ${title}", mapping={"title": component.title}
        )
        found.append(Violation("template", "component_missing", message, RULE))
    for part in parts_of(dossier):
        if state_of(part) == "open":
            message = _("violation_part_open", default="Hồ sơ con ${code} chưa kết thúc.", mapping={"code": part.code})
            found.append(Violation(IUUID(part), "part_open", message, RULE))
    waiting = pending(dossier)
    if waiting is not None:
        message = _(
            "violation_handover_open",
            default="Hồ sơ đang chờ ${receiver} tiếp nhận bàn giao.",
            mapping={"receiver": name_of(waiting.receiver)},
        )
        found.append(Violation("handover", "handover_open", message, RULE))
    return found


def _of_document(item, document):
    if document is None:
        message = _(
            "violation_document_gone",
            default="Không tìm thấy văn bản thứ ${order}.",
            mapping={"order": str(item.order)},
        )
        yield Violation(item.uid, "document_gone", message, RULE)
        return
    mapping = {"order": str(item.order), "title": document.title if may_view(document) else "…"}
    if IOutgoingDocument.providedBy(document) and not document.document_number:
        message = _(
            "violation_document_draft",
            default="Văn bản thứ ${order} còn là dự thảo chưa có số: ${title}",
            mapping=mapping,
        )
        yield Violation(item.uid, "document_draft", message, RULE)
    elif not document.issue_date:
        message = _(
            "violation_document_undated", default="Văn bản thứ ${order} chưa có ngày văn bản: ${title}", mapping=mapping
        )
        yield Violation(item.uid, "document_undated", message, RULE)
    elif _is_unsigned(document):
        message = _(
            "violation_document_unsigned",
            default="Văn bản thứ ${order} đã phát hành nhưng chưa có bản ký số: ${title}",
            mapping=mapping,
        )
        yield Violation(item.uid, "document_unsigned", message, RULE)
    elif _has_bad_signature(document):
        message = _(
            "violation_document_signature",
            default="Văn bản thứ ${order} có chữ ký số không hợp lệ: ${title}",
            mapping=mapping,
        )
        yield Violation(item.uid, "document_signature", message, RULE)
    for name in without_archival_form(document):
        message = _(
            "violation_document_format",
            default="Văn bản thứ ${order} có tệp “${file}” không chuyển được sang dạng lưu trữ: ${title}",
            mapping={**mapping, "file": name if may_view(document) else "…"},
        )
        yield Violation(item.uid, "document_format", message, FORMAT)


def without_archival_form(document):
    """Names of the files of the document itself and its annexes that are in no form that can be kept: an office file
    whose conversion was given up, an archive of files. One that is being converted holds nobody up. A PDF is in the
    Circular's list of forms; that it is PDF/A is asked where the agency decided so, and else on handing over.
    """
    for version in _kept_versions(document):
        kind = kind_of(version.mimetype)
        if version.pdf_state == "failed" or kind is None or kind.id in BUNDLES:
            yield version.filename


def _kept_versions(document):
    """The newest version of each file that is the document or an annex; an official file stands for its draft."""
    store = IFileStore(document)
    official = store.signed()
    has_official = official is not None and official.current.kind != "void"
    for stored in store.files():
        if stored.role in KEPT_ROLES and not (stored.role == "main" and has_official):
            yield stored.current


def asks_pdfa(dossier):
    """bool: the agency lets nobody close a dossier with a PDF that is no PDF/A."""
    agency = getUtility(IDirectory).agency_of(dossier)
    return agency is not None and ITransferSettings(getUtility(IDirectory).agency_object(agency.id)).closing_pdfa


def pdf_versions(documents):
    """(DossierItem, document, IFileVersion) of every PDF that is a document of the dossier, or an annex of one."""
    for item, document in documents:
        for version in _kept_versions(document) if document is not None else ():
            if version.mimetype == PDF:
                yield item, document, version


def _not_archival(documents):
    until, waiting = time.monotonic() + AT_ONCE, 0
    for item, document, version in pdf_versions(documents):
        if known(version) is None and time.monotonic() > until:
            waiting += 1
        elif not (found := judged(version)).archival:
            message = _(
                "violation_document_pdfa",
                default="Văn bản thứ ${order} có tệp “${file}” không đạt PDF/A (${lacks}): ${title}",
                mapping={
                    "order": str(item.order),
                    "file": version.filename if may_view(document) else "…",
                    "lacks": _lacks(found),
                    "title": document.title if may_view(document) else "…",
                },
            )
            yield Violation(item.uid, "document_pdfa", message, FORMAT)
    if waiting:
        message = _(
            "violation_pdfa_unjudged",
            default="Còn ${count} tệp PDF chưa được kiểm tra: chọn “Kiểm tra PDF/A”, chờ kết quả rồi kết thúc hồ sơ.",
            mapping={"count": str(waiting)},
        )
        yield Violation("contents", "pdfa_unjudged", message, FORMAT)


def _lacks(found):
    options = {"context": getRequest()} if getRequest() is not None else {"target_language": "vi"}
    named = "; ".join(lack(*one, **options) for one in found.lacks[:MOST_LACKS])
    return named or translate(UNREADABLE, **options)


def _is_unsigned(document):
    """bool: a letter of the agency that was issued on screen, and has no valid official file. What was brought in from
    the past or exists on paper has none.
    """
    if not IOutgoingDocument.providedBy(document) or state_of(document) != "issued":
        return False
    signed = IFileStore(document).signed()
    if signed is not None:
        return signed.current.kind == "void"
    return not document.paper and IJournal(document).count("act.sign") > 0


def _has_bad_signature(document):
    """bool: the check on arrival found a signature that does not hold. One not checked yet holds nobody up."""
    if not IIncomingDocument.providedBy(document):
        return False
    for stored in IFileStore(document).files():
        found = verdicts_of(document, stored.id, stored.current.number)
        if found is not None and any(one["verdict"] == "invalid" for one in found["verdicts"]):
            return True
    return False
