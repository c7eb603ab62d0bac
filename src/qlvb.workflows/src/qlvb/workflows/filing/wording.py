"""Acts on dossiers in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


determine_retention = Wording(
    _("journal_determine_retention", default="đã xác định thời hạn bảo quản: ${old} → ${new} (${basis})")
)
follow_schedule = Wording(_("journal_follow_schedule", default="đã theo bảng thời hạn: ${old} → ${new} (${basis})"))
determine_own_period = Wording(
    _("journal_determine_own_period", default="đã xác định thời hạn riêng của văn bản: ${old} → ${new}")
)
catalogue_changed = Wording(_("journal_catalogue_changed", default="đã sửa các dòng của danh mục"))
catalogue_issued = Wording(
    _("journal_catalogue_issued", default="đã ban hành danh mục kèm theo Quyết định số ${decision}")
)
draft_decision = Wording(_("journal_draft_decision", default="đã soạn dự thảo quyết định ban hành danh mục"))
