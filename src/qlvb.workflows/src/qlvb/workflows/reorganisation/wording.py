"""Kinds, states and findings of plans in words, and what the journal of a record says."""

from qlvb.content import _
from qlvb.content.journal.wording import Wording


moved = Wording(
    _(
        "journal_reorganised",
        default="đã chuyển sang ${unit} theo kế hoạch sắp xếp số ${plan} (quyết định ${decision})",
    )
)
KIND_TITLES = {
    "rename_unit": _("reorganisation_kind_rename_unit", default="Đổi tên phòng ban"),
    "rename_agency": _("reorganisation_kind_rename_agency", default="Đổi tên cơ quan"),
    "merge_units": _("reorganisation_kind_merge", default="Sáp nhập các phòng ban thành một"),
    "dissolve_unit": _("reorganisation_kind_dissolve", default="Giải thể phòng ban, nhập vào đơn vị đang có"),
    "split_unit": _("reorganisation_kind_split", default="Chia tách một phòng ban"),
}
#: State -> (words, tone of the chip).
STATE_TITLES = {
    "draft": (_("reorganisation_state_draft", default="Bản nháp"), "neutral"),
    "trial": (_("reorganisation_state_trial", default="Đang chạy thử"), "info"),
    "confirmed": (_("reorganisation_state_confirmed", default="Đã xác nhận, chờ thực hiện"), "warn"),
    "running": (_("reorganisation_state_running", default="Đang thực hiện"), "warn"),
    "done": (_("reorganisation_state_done", default="Đã xong"), "good"),
    "withdrawn": (_("reorganisation_state_withdrawn", default="Đã rút"), "neutral"),
}
_STAYS = _("reorganisation_stays", default="Giữ nguyên, ghi theo tên đơn vị khi lập; đơn vị kế thừa xem được.")
_GOES = _("reorganisation_goes", default="Chuyển sang đơn vị kế thừa khi thực hiện, có ghi lịch sử từng hồ sơ.")
_WITH_POST = _("reorganisation_with_post", default="Đi theo chức vụ và người giữ, không phải cấp lại.")
_GOES_ON = _("reorganisation_goes_on", default="Của cơ quan: dùng tiếp, số không lặp lại.")
#: What a dry run counts -> (title, what becomes of it).
FINDINGS = {
    "outgoing_open": (_("reorganisation_outgoing_open", default="Văn bản đi chưa ban hành"), _GOES),
    "outgoing_closed": (_("reorganisation_outgoing_closed", default="Văn bản đi đã ban hành, đã kết thúc"), _STAYS),
    "incoming_open": (_("reorganisation_incoming_open", default="Văn bản đến đang xử lý (luồng việc đang mở)"), _GOES),
    "notes_open": (_("reorganisation_notes_open", default="Phiếu trình chưa xong"), _GOES),
    "tasks_open": (_("reorganisation_tasks_open", default="Nhiệm vụ đang mở"), _GOES),
    "tasks_closed": (_("reorganisation_tasks_closed", default="Nhiệm vụ đã kết thúc"), _STAYS),
    "dossiers_open": (_("reorganisation_dossiers_open", default="Hồ sơ đang mở"), _WITH_POST),
    "dossiers_closed": (_("reorganisation_dossiers_closed", default="Hồ sơ đã kết thúc"), _WITH_POST),
    "registers": (_("reorganisation_registers", default="Sổ văn bản của cơ quan"), _GOES_ON),
    "catalogues": (_("reorganisation_catalogues", default="Danh mục hồ sơ của cơ quan"), _GOES_ON),
    "posts": (_("reorganisation_posts", default="Chức vụ"), _GOES),
    "accounts": (_("reorganisation_accounts", default="Tài khoản của người giữ chức vụ"), _WITH_POST),
    "delegations": (_("reorganisation_delegations", default="Ủy quyền đang có hiệu lực"), _WITH_POST),
    "templates": (_("reorganisation_templates", default="Mẫu công việc của đơn vị"), _GOES),
    "routes": (_("reorganisation_routes", default="Quy trình duyệt có nêu đơn vị"), _GOES),
    "groups": (
        _("reorganisation_groups", default="Nhóm nơi nhận có tên cơ quan"),
        _("reorganisation_groups_help", default="Cơ quan dùng nhóm tự cập nhật tên; gửi vẫn đến đúng nơi."),
    ),
    "holds": (
        _("reorganisation_holds", default="Trường hợp tạm dừng hủy của cơ quan"),
        _("reorganisation_holds_help", default="Giữ nguyên hiệu lực: hồ sơ không đổi nơi bảo quản."),
    ),
    "codes": (
        _("reorganisation_codes", default="Mã định danh cần rà soát"),
        _("reorganisation_codes_help", default="Gửi văn bản đề nghị cập nhật trong 15 ngày; mã cũ vẫn dẫn về cơ quan."),
    ),
    "links": (
        _("reorganisation_links", default="Kết nối liên thông, một cửa đang bật"),
        _("reorganisation_links_help", default="Báo cho hệ thống bên kia tên, mã mới và cấp lại khóa khi mã đổi."),
    ),
}
#: What was done to a plan, in the words of its history.
EVENTS = {
    "made": _("reorganisation_event_made", default="đã lập kế hoạch"),
    "changed": _("reorganisation_event_changed", default="đã sửa kế hoạch"),
    "tried": _("reorganisation_event_tried", default="đã chạy thử"),
    "confirmed": _("reorganisation_event_confirmed", default="đã xác nhận thực hiện"),
    "withdrawn": _("reorganisation_event_withdrawn", default="đã rút kế hoạch"),
    "began": _("reorganisation_event_began", default="đã đổi tổ chức, bắt đầu chuyển việc đang mở"),
    "done": _("reorganisation_event_done", default="đã thực hiện xong"),
    "retried": _("reorganisation_event_retried", default="đã cho thực hiện lại"),
    "code": _("reorganisation_event_code", default="đã ghi kết quả cập nhật mã định danh"),
}
