"""The box of documents that were given a period of their own."""

from qlvb.content import _
from qlvb.content.index.boxes import Box


DOCUMENTS = Box(
    "retention.documents",
    _("box_retention_documents", default="Văn bản có thời hạn riêng"),
    _("box_retention_documents_empty", default="Chưa có văn bản nào được xác định thời hạn bảo quản riêng."),
    columns=("reference", "subject", "kept_for", "retention_due", "retention_reason", "state"),
    sort=("retention_due_day", False),
)
