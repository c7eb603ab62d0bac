"""The events that people are told of. Rooms register further ones."""

from qlvb.content import _
from qlvb.workflows.notices.interfaces import INoticeKind
from zope.interface import implementer


@implementer(INoticeKind)
class NoticeKind:
    """See INoticeKind."""

    record_page = ""

    def __init__(self, title, default_channels=("email",), page=""):
        self.title = title
        self.default_channels = default_channels
        self.page = page


turn = NoticeKind(_("notice_turn", default="Văn bản chờ anh/chị xử lý"), ("email", "push"))
information = NoticeKind(_("notice_information", default="Văn bản gửi anh/chị để biết"), ())
returned = NoticeKind(_("notice_returned", default="Văn bản bị trả lại"), ("email", "push"))
recalled = NoticeKind(_("notice_recalled", default="Văn bản bị thu hồi, thay thế, đính chính"), ("email",))
issued = NoticeKind(_("notice_issued", default="Văn bản đã phát hành"), ())
arrived = NoticeKind(_("notice_arrived", default="Văn bản mới đến cơ quan"), ("email",))
reply_refused = NoticeKind(_("notice_reply_refused", default="Thư trả lời không được ghi nhận"), ("email",))
deadline_near = NoticeKind(_("notice_deadline_near", default="Sắp đến hạn xử lý"), ("email", "push"))
overdue = NoticeKind(_("notice_overdue", default="Quá hạn xử lý"), ("email", "push"))
