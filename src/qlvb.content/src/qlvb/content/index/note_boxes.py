"""The boxes of submission notes (product/screens 2.2: PHIẾU TRÌNH)."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import Box


COLUMNS = ("ordinal", "urgency", "subject", "issuing_body", "received", "holder", "state")
_note = partial(Box, columns=COLUMNS)
_NEWEST = ("issue_day", True)

TO_DECIDE = _note(
    "notes.to_decide",
    _("box_notes_to_decide", default="Phiếu trình chờ xử lý"),
    _("box_notes_to_decide_empty", default="Không có phiếu trình nào chờ anh/chị quyết định."),
)
DELEGATED = _note(
    "notes.delegated",
    _("box_notes_delegated", default="Phiếu trình được ủy quyền"),
    _("box_notes_delegated_empty", default="Không có phiếu trình nào chờ anh/chị quyết định, cho ý kiến thay."),
    members=("notes.to_decide", "notes.to_comment"),
    relay="delegation.received_notes",
)
IN_PROGRESS = _note(
    "notes.in_progress",
    _("box_notes_in_progress", default="Phiếu trình đang xử lý"),
    _("box_notes_in_progress_empty", default="Không có phiếu trình nào đang được xử lý."),
)
APPROVED = _note(
    "notes.approved",
    _("box_notes_approved", default="Phiếu trình đã phê duyệt"),
    _("box_notes_approved_empty", default="Chưa có phiếu trình nào được phê duyệt."),
    sort=_NEWEST,
)
TO_COMMENT = _note(
    "notes.to_comment",
    _("box_notes_to_comment", default="Phiếu trình xin ý kiến"),
    _("box_notes_to_comment_empty", default="Không có phiếu trình nào chờ anh/chị cho ý kiến."),
)
INFORMATION = _note(
    "notes.information",
    _("box_notes_information", default="Phiếu trình nhận để biết"),
    _("box_notes_information_empty", default="Không có phiếu trình nào gửi anh/chị để biết."),
    sort=_NEWEST,
)
RETURNED = _note(
    "notes.returned",
    _("box_notes_returned", default="Phiếu trình bị trả lại"),
    _("box_notes_returned_empty", default="Không có phiếu trình nào bị trả lại."),
)
MINE = _note(
    "notes.mine",
    _("box_notes_mine", default="Phiếu trình của tôi"),
    _("box_notes_mine_empty", default="Anh/chị chưa lập phiếu trình nào."),
    sort=("modified", True),
)
ALL = _note(
    "notes.all",
    _("box_notes_all", default="Tra cứu phiếu trình"),
    _("box_notes_all_empty", default="Chưa có phiếu trình nào mà anh/chị được xem."),
    types=("SubmissionNote",),
    sort=_NEWEST,
)
