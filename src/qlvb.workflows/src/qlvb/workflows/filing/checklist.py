"""What must be in order before a dossier is closed (NĐ 30/2020 Điều 29.4)."""

from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.lookup import may_view
from qlvb.content.violations import Violation


RULE = "NĐ 30/2020 Điều 29.4"


def violations(dossier, with_retention=True):
    """Everything that keeps the dossier open: list of Violation, field = UID of the document concerned or a field's
    name.

    ``with_retention`` False leaves out the retention, which the act of closing asks for.
    """
    found = []
    documents = IDossierContents(dossier).documents()
    if not documents:
        found.append(
            Violation(
                "contents", "dossier_empty", _("violation_dossier_empty", default="Hồ sơ chưa có văn bản nào."), RULE
            )
        )
    if with_retention and period(dossier) is None:
        message = _("violation_retention_missing", default="Hồ sơ chưa có thời hạn bảo quản hợp lệ.")
        found.append(Violation("retention_kind", "retention_missing", message, RULE))
    for item, document in documents:
        found.extend(_of_document(item, document))
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
