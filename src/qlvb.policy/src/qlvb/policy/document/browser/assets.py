"""Style sheet, modules and words that the screens load."""

import json
from pathlib import Path
from plone import api
from qlvb.content import _
from qlvb.policy.shell.static_version import digest
from zope.i18n import translate


VERSION = digest(Path(__file__).parent.parent / "static")

#: What the modules say.
WORDS = {
    "viewer_loading": _("doc_js_viewer_loading", default="Đang mở tệp…"),
    "viewer_progress": _("doc_js_viewer_progress", default="Đang mở tệp… {percent}%"),
    "viewer_successor": _("doc_js_viewer_successor", default="Mở văn bản thu hồi, thay thế"),
    "viewer_page": _("doc_js_viewer_page", default="Trang {page} trên {pages}"),
    "viewer_password": _(
        "doc_js_viewer_password", default="Tệp PDF có mật khẩu, không xem được tại đây. Hãy tải tệp về."
    ),
    "viewer_broken": _("doc_js_viewer_broken", default="Tệp PDF bị hỏng, không đọc được. Hãy tải tệp về để kiểm tra."),
    "viewer_unreachable": _(
        "doc_js_viewer_unreachable", default="Không mở được tệp. Hãy kiểm tra kết nối rồi tải lại trang."
    ),
    "network_gone": _(
        "doc_js_network_gone", default="Mất kết nối với máy chủ. Nội dung vẫn còn trên màn hình, hãy thử lại."
    ),
    "session_gone": _(
        "doc_js_session_gone", default="Phiên làm việc đã hết. Hãy đăng nhập lại ở thẻ khác rồi thử lại."
    ),
    "server_failed": _("doc_js_server_failed", default="Máy chủ không thực hiện được (mã {status}). Hãy thử lại."),
    "picker_nothing": _("doc_js_picker_nothing", default="Không tìm thấy"),
    "picker_found": _("doc_js_picker_found", default="{count} kết quả"),
    "picker_chosen": _("doc_js_picker_chosen", default="Đã chọn {title}"),
    "picker_drop": _("doc_js_picker_drop", default="Bỏ {title}"),
    "act_working": _("doc_js_act_working", default="Đang thực hiện…"),
    "act_done": _("doc_js_act_done", default="Đã thực hiện: {act}."),
    "converting": _("doc_js_converting", default="Đang chuyển PDF…"),
    "convert_queued": _("doc_js_convert_queued", default="Đang chờ đến lượt chuyển PDF ({seconds} giây)…"),
    "convert_running": _("doc_js_convert_running", default="Đang chuyển PDF, lần thử {attempts} ({seconds} giây)…"),
    "convert_failed": _("doc_js_convert_failed", default="Không chuyển được sang PDF: {error}"),
    "convert_chip_failed": _("doc_convert_failed", default="chưa chuyển được PDF"),
    "convert_none": _("doc_js_convert_none", default="Tệp này không xem được trên trình duyệt. Hãy tải tệp về."),
    "convert_again": _("doc_js_convert_again", default="Đã yêu cầu chuyển lại."),
    "phrase_menu": _("doc_js_phrase_menu", default="Mẫu ý kiến"),
    "phrase_keep": _("doc_js_phrase_keep", default="Lưu nội dung đang nhập làm mẫu"),
    "phrase_kept": _("doc_js_phrase_kept", default="Đã lưu mẫu ý kiến."),
    "pen_strokes": _("doc_js_pen_strokes", default="{count} nét, gửi kèm bút phê."),
    "pen_empty": _("doc_js_pen_empty", default="Chưa viết gì."),
    "lazy_loading": _("doc_js_lazy_loading", default="Đang kiểm tra…"),
    "draft_found": _("doc_js_draft_found", default="Có bản đang nhập dở lúc {when}."),
    "draft_kept": _("doc_js_draft_kept", default="Đã giữ bản nháp lúc {when}"),
    "place_point": _("doc_js_place_point", default="Chỉ vị trí trên trang"),
    "fault_open": _("doc_js_fault_open", default="Mở văn bản đó"),
    "place_now": _("doc_js_place_now", default="Bấm vào chỗ đặt góc trên bên trái của chữ ký; Esc để thôi."),
    "place_chosen": _("doc_js_place_chosen", default="Trang {page}, cách mép trái {left} mm, mép trên {top} mm"),
    "file_dropped": _("doc_js_file_dropped", default="Đã chọn tệp {name} ({size})"),
    "row_dropped": _("doc_js_row_dropped", default="Đã bỏ {title} khỏi nơi nhận"),
    "prepared_used": _("doc_js_prepared_used", default="Đã đưa ý kiến vào ô nội dung; xem lại trước khi gửi."),
    "group_added": _("doc_js_group_added", default="{title}: đã thêm {count} nơi nhận"),
    "group_kept": _("doc_js_group_kept", default="Đã lưu nhóm nơi nhận {title}."),
    "key_no_act": _("doc_js_key_no_act", default="Văn bản này không có thao tác nào thực hiện được lúc này."),
    "key_no_return": _("doc_js_key_no_return", default="Văn bản này không có thao tác trả lại lúc này."),
    "key_no_files": _("doc_js_key_no_files", default="Văn bản này chưa có tệp nào."),
    "local_preparing": _("doc_js_local_preparing", default="Đang chuẩn bị tệp để ký…"),
    "local_connecting": _(
        "doc_js_local_connecting", default="Đang gọi dịch vụ ký trên máy này ({step}/{total}: {file})…"
    ),
    "local_waiting": _(
        "doc_js_local_waiting",
        default="Dịch vụ ký đã nhận {file} ({step}/{total}): hãy làm theo cửa sổ của dịch vụ và nhập mã PIN.",
    ),
    "local_uploaded": _("doc_js_local_uploaded", default="Đã ký {file} ({step}/{total}), đang kiểm tra chữ ký…"),
    "local_done": _("doc_js_local_done", default="Chữ ký hợp lệ, đã lưu."),
    "local_not_running": _(
        "doc_js_local_not_running",
        default="Không gọi được VGCA Sign Service trên máy này. Hãy mở dịch vụ (biểu tượng ở khay hệ thống), cắm USB "
        "token rồi bấm ký lại; trang “Tự kiểm tra ký VGCA” ở mục Tài khoản chỉ ra chỗ chưa đúng.",
    ),
    "local_broken": _(
        "doc_js_local_broken", default="Dịch vụ ký ngắt kết nối giữa chừng. Chưa có gì thay đổi, hãy bấm ký lại."
    ),
    "local_timeout": _("doc_js_local_timeout", default="Dịch vụ ký không trả lời trong thời hạn. Hãy bấm ký lại."),
    "local_stopped": _(
        "doc_js_local_stopped",
        default="Đã dừng lần ký; làm lại bằng “Ký lại” ở ô Ký số, Thất bại. Nếu cửa sổ của dịch vụ ký còn mở, hãy "
        "hủy ở đó.",
    ),
    "local_refused": _("doc_js_local_refused", default="Dịch vụ ký không ký: {message}"),
    "local_nothing_came": _(
        "doc_js_local_nothing_came", default="Dịch vụ ký chưa gửi tệp đã ký về hệ thống. Hãy bấm ký lại."
    ),
    "local_first_done": _(
        "doc_js_local_first_done",
        default="Số và ngày đã cấp vẫn giữ trên văn bản; bấm lại để đóng dấu và gửi.",
    ),
    "local_test_running": _("doc_js_local_test_running", default="đang kiểm tra…"),
    "local_test_answers": _("doc_js_local_test_answers", default="đang chạy"),
    "local_test_untold": _("doc_js_local_test_untold", default="dịch vụ không cho biết"),
    "local_test_skipped": _("doc_js_local_test_skipped", default="chưa kiểm tra được"),
    "local_test_bound": _("doc_js_local_test_bound", default="{subject}, hiệu lực {from} – {to}"),
    "local_test_expired": _(
        "doc_js_local_test_expired", default="{subject}: ngoài thời hạn hiệu lực ({from} – {to}); đề nghị gia hạn."
    ),
    "local_test_unbound": _(
        "doc_js_local_test_unbound", default="{subject}: chưa đăng ký cho tài khoản này hay cơ quan này."
    ),
    "local_test_clock": _("doc_js_local_test_clock", default="khớp máy chủ (lệch {seconds} giây)"),
    "local_test_clock_off": _(
        "doc_js_local_test_clock_off",
        default="lệch máy chủ {seconds} giây: hãy chỉnh giờ, chữ ký lệch giờ không được nhận.",
    ),
    "row_known": _("doc_js_row_known", default="{title} đã có trong nơi nhận"),
}


class Assets:
    """Mix-in of views: what goes into the slots ``head`` and ``scripts``."""

    def static(self, path):
        """Address of a file of this room, changing with the content."""
        return f"{api.portal.get().absolute_url()}/++plone++qlvb.document/++unique++{VERSION}/{path}"

    @property
    def stylesheet(self):
        sheets = (self.static(name) for name in ("document.css", "drafting.css"))
        return "\n".join(f'<link rel="stylesheet" href="{sheet}" />' for sheet in sheets)

    @property
    def words(self):
        """JSON of the modules' words, in ASCII: inside a script element nothing may be written as an entity."""
        words = {key: translate(message, context=self.request) for key, message in WORDS.items()}
        return json.dumps(words).replace("<", "\\u003c")

    def module(self, name):
        """Script elements: the words, then the module ``name``."""
        return (
            f'<script type="application/json" id="qlvb-strings">{self.words}</script>\n'
            f'<script type="module" src="{self.static(name)}"></script>'
        )
