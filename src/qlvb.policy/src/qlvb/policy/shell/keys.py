"""What the keyboard does, and where: plain data. ``?`` shows it, and the scripts are held to it by a test.

F7 and its neighbours are those of TDoffice, which clerks and those who draft have in their fingers; a key that
the browser needs itself (F5, F12) is left alone.
"""

from dataclasses import dataclass
from qlvb.content import _


@dataclass(frozen=True)
class Key:
    """``keys`` as they are printed on the keyboard, apart by blanks; ``command`` is what a function key presses, and
    ``idle`` is said where there is nothing to press.
    """

    keys: str
    title: str
    command: str = ""
    idle: str = ""


@dataclass(frozen=True)
class Keys:
    """The keys of one place."""

    id: str
    title: str
    keys: tuple


EVERYWHERE = Keys(
    "everywhere",
    _("keys_everywhere", default="Mọi màn hình"),
    (
        Key("?", _("key_help", default="Bảng phím tắt này, và hướng dẫn cho màn hình đang mở")),
        Key("/", _("key_search", default="Tìm kiếm")),
        Key("Esc", _("key_close", default="Đóng hộp thoại, bảng chọn")),
        Key("Ctrl+Enter", _("key_send", default="Gửi biểu mẫu đang mở")),
    ),
)
#: Functions of those who use F7 and its neighbours; a leader's main act is a decision, which no single key may send.
TDOFFICE_USERS = frozenset({"clerk", "specialist"})
TDOFFICE = Keys(
    "tdoffice",
    _("keys_tdoffice", default="Soạn thảo, văn thư (như TDoffice)"),
    (
        Key(
            "F7",
            _("key_add", default="Thêm mới"),
            "add",
            _("key_add_idle", default="F7 Thêm mới: không thêm được ở màn hình này."),
        ),
        Key(
            "F4",
            _("key_edit", default="Hiệu chỉnh"),
            "edit",
            _("key_edit_idle", default="F4 Hiệu chỉnh: màn hình này không có văn bản nào để hiệu chỉnh."),
        ),
        Key(
            "F8",
            _("key_copy", default="Nhập giống VB trước"),
            "copy",
            _("key_copy_idle", default="F8 Nhập giống VB trước: màn hình này không có văn bản nào để nhập giống."),
        ),
        Key(
            "F9",
            _("key_dispatch", default="Gửi văn bản: thao tác chính của văn bản đang mở"),
            "main",
            _("key_dispatch_idle", default="F9: không có thao tác chính nào thực hiện được ở đây lúc này."),
        ),
        Key(
            "F2",
            _("key_save", default="Lưu biểu mẫu đang mở"),
            "save",
            _("key_save_idle", default="F2 Lưu: không có biểu mẫu nào đang mở."),
        ),
    ),
)
LIST = Keys(
    "list",
    _("keys_list", default="Danh sách"),
    (
        Key("j k", _("key_move", default="Dòng sau, dòng trước")),
        Key("Enter", _("key_open", default="Mở văn bản")),
        Key("x", _("key_pick", default="Chọn dòng")),
    ),
)
DOCUMENT = Keys(
    "document",
    _("keys_document", default="Văn bản"),
    (
        Key("a", _("key_act", default="Mở thao tác chính")),
        Key("r", _("key_return", default="Mở thao tác trả lại")),
        Key("1 2 3", _("key_tabs", default="Chuyển thẻ nội dung")),
        Key("f", _("key_files", default="Đến danh sách văn bản")),
        Key("v", _("key_viewer", default="Đến nội dung tệp")),
        Key("n p", _("key_pages", default="Trang sau, trang trước")),
        Key("+ − 0", _("key_zoom", default="Phóng to, thu nhỏ, vừa chiều rộng")),
        Key("u", _("key_back", default="Trở về danh sách")),
    ),
)
DESK = Keys(
    "desk",
    _("keys_desk", default="Bàn duyệt"),
    (
        Key("j k", _("key_desk_move", default="Việc sau, việc trước")),
        Key("Enter s", _("key_desk_send", default="Gửi quyết định; việc sau tự mở")),
        Key("1 … 9", _("key_desk_phrase", default="Đưa mẫu ý kiến vào bút phê")),
        Key("b", _("key_desk_text", default="Đến ô bút phê, ý kiến (Shift+Enter xuống dòng)")),
        Key("c p i", _("key_desk_people", default="Chủ trì, Phối hợp, Nhận để biết")),
        Key("h", _("key_desk_deadline", default="Hạn xử lý")),
        Key("r", _("key_desk_return", default="Trả lại")),
        Key("f", _("key_desk_forward", default="Chuyển lãnh đạo khác")),
        Key("l", _("key_desk_keep", default="Lưu, để biết")),
        Key("x g", _("key_desk_collect", default="Gom văn bản để ký; ký các văn bản đã gom")),
        Key("u", _("key_desk_prepared", default="Dùng ý kiến đã được chuẩn bị")),
        Key("z", _("key_desk_undo", default="Hoàn tác việc vừa quyết, khi chưa ai xử lý")),
        Key("o", _("key_desk_open", default="Mở toàn bộ văn bản")),
        Key("v", _("key_desk_viewer", default="Đến nội dung tệp")),
    ),
)
_PLACES = {found.id: found for found in (DESK, DOCUMENT, LIST)}


def keys_for(place, functions):
    """The groups of keys of a screen: of its ``place`` (id or ""), of the functions, and those everywhere: list."""
    found = [_PLACES[place]] if place in _PLACES else []
    if TDOFFICE_USERS & frozenset(functions):
        found.append(TDOFFICE)
    return [*found, EVERYWHERE]
