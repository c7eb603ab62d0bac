"""Acts on transfers, in the words of the journal."""

from qlvb.content import _
from qlvb.workflows.delivery.wording import Wording


add_dossiers = Wording(_("journal_add_dossiers", default="đã thêm ${count} hồ sơ"))
drop_dossiers = Wording(_("journal_drop_dossiers", default="đã bỏ ${count} hồ sơ"))
collect_due = Wording(_("journal_collect_due", default="đã yêu cầu lấy mọi hồ sơ đến hạn"))
check_before_transfer = Wording(
    _("journal_check_before_transfer", default="đã yêu cầu kiểm tra ${count} hồ sơ trước khi nộp")
)
submit_transfer = Wording(_("journal_submit_transfer", default="đã nộp lưu ${count} hồ sơ"))
withdraw_transfer = Wording(_("journal_withdraw_transfer", default="đã rút lại đợt giao nộp"))
resubmit_dossiers = Wording(_("journal_resubmit_dossiers", default="đã nộp lại ${count} hồ sơ"))
cancel_transfer = Wording(_("journal_cancel_transfer", default="đã hủy đợt giao nộp: ${comment}"))
check_transfer = Wording(_("journal_check_transfer", default="đã yêu cầu kiểm tra ${count} hồ sơ"))
return_transfer = Wording(_("journal_return_transfer", default="đã trả lại ${count} hồ sơ để bổ sung: ${comment}"))
waive_faults = Wording(_("journal_waive_faults", default="đã chấp nhận ${count} hồ sơ có lỗi: ${comment}"))
accept_transfer = Wording(_("journal_accept_transfer", default="đã tiếp nhận ${count} hồ sơ"))
write_minutes = Wording(_("journal_write_minutes", default="đã lập biên bản giao nhận ${number}"))
sign_as_giver = Wording(_("journal_sign_as_giver", default="đã ký biên bản ${number} (bên giao)"))
sign_as_receiver = Wording(_("journal_sign_as_receiver", default="đã ký biên bản ${number} (bên nhận)"))
register_historical = Wording(
    _("journal_register_historical", default="đã đăng ký nộp lưu trữ lịch sử: ${registration}")
)
agree_historical = Wording(_("journal_agree_historical", default="đã ghi nhận lưu trữ lịch sử đồng ý: ${letter}"))
refuse_historical = Wording(
    _("journal_refuse_historical", default="đã ghi nhận lưu trữ lịch sử từ chối (${letter}): ${comment}")
)
cancel_historical = Wording(_("journal_cancel_historical", default="đã hủy đợt nộp lưu trữ lịch sử: ${comment}"))
pack_historical = Wording(_("journal_pack_historical", default="đã yêu cầu đóng gói SIP"))
recheck_historical = Wording(_("journal_recheck_historical", default="đã yêu cầu kiểm tra lại"))
hand_over_historical = Wording(_("journal_hand_over_historical", default="đã gửi các gói SIP: ${letter}"))
stop_packing = Wording(_("journal_stop_packing", default="đã dừng đóng gói"))
accept_historical = Wording(_("journal_accept_historical", default="đã ghi nhận lưu trữ lịch sử tiếp nhận: ${letter}"))
keep_back = Wording(_("journal_keep_back", default="đã cho giữ lại hồ sơ đến ${until} theo ${consent}"))
archive_dossier = Wording(_("journal_archive_dossier", default="đã tiếp nhận vào lưu trữ hiện hành (${title})"))
deposit_dossier = Wording(_("journal_deposit_dossier", default="đã nộp vào lưu trữ lịch sử (${title})"))
transfer_collected = Wording(_("journal_transfer_collected", default="hồ sơ đến hạn đã được đưa vào: ${count}"))
transfer_checked = Wording(
    _("journal_transfer_checked", default="đã kiểm tra: ${passed} hồ sơ đạt, ${failed} hồ sơ có lỗi")
)
transfer_rehearsed = Wording(
    _(
        "journal_transfer_rehearsed",
        default="đã kiểm tra trước khi nộp: ${passed} hồ sơ không có lỗi, ${failed} hồ sơ cần sửa",
    )
)
transfer_accepted = Wording(
    _("journal_transfer_accepted", default="đã tiếp nhận xong ${accepted} hồ sơ; ${failed} hồ sơ không nhận được")
)
transfer_packed = Wording(
    _("journal_transfer_packed", default="đã đóng ${packed} gói SIP; ${failed} hồ sơ không đóng được")
)
