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
check_pdfa = Wording(_("journal_check_pdfa", default="đã yêu cầu kiểm tra PDF/A của ${count} tệp"))
pdfa_checked = Wording(
    _("journal_pdfa_checked", default="đã kiểm tra PDF/A: ${count} tệp, ${failed} tệp không đạt")
)
give_archival_form = Wording(
    _("journal_give_archival_form", default="đã bổ sung bản PDF/A ${filename}, giữ bản quét ban đầu")
)
gather = Wording(_("journal_gather", default="đã gom văn bản liên quan vào hồ sơ"))
report_kept = Wording(_("journal_report_kept", default="đã lập văn bản từ báo cáo của nhiệm vụ “${task}”"))
report_destroyed = Wording(
    _("journal_report_destroyed", default="đã hủy ${count} tệp báo cáo cùng văn bản trong hồ sơ")
)
share_dossier = Wording(_("journal_share_dossier", default="đã chia sẻ hồ sơ"))
unshare_dossier = Wording(_("journal_unshare_dossier", default="đã thôi chia sẻ hồ sơ"))
hand_over = Wording(_("journal_hand_over", default="đã bàn giao hồ sơ cho ${person}"))
accept_handover = Wording(_("journal_accept_handover", default="đã tiếp nhận hồ sơ do ${person} bàn giao"))
refuse_handover = Wording(_("journal_refuse_handover", default="đã từ chối tiếp nhận hồ sơ"))
withdraw_handover = Wording(_("journal_withdraw_handover", default="đã rút bàn giao hồ sơ"))
sign_handover = Wording(_("journal_sign_handover", default="đã ký biên bản bàn giao hồ sơ"))
print_contents = Wording(_("journal_print_contents", default="đã xuất mục lục văn bản"))
open_part = Wording(_("journal_open_part", default="đã lập hồ sơ con ${dossier}"))
choose_template = Wording(_("journal_choose_template", default="đã chọn mẫu hồ sơ"))
