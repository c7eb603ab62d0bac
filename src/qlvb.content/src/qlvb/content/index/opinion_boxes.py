"""The boxes of requests by other agencies for an opinion on their drafts."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import Box


COLUMNS = ("ordinal", "urgency", "subject", "issuing_body", "document_type", "received", "due", "holder", "state")
_request = partial(Box, columns=COLUMNS)

TO_ANSWER = _request(
    "opinions.to_answer",
    _("box_opinions_to_answer", default="Cơ quan khác xin ý kiến"),
    _("box_opinions_to_answer_empty", default="Không có dự thảo nào của cơ quan khác chờ anh/chị cho ý kiến."),
)
DELEGATED = _request(
    "opinions.delegated",
    _("box_opinions_delegated", default="Xin ý kiến được ủy quyền"),
    _("box_opinions_delegated_empty", default="Không có dự thảo nào chờ anh/chị cho ý kiến thay."),
    members=("opinions.to_answer",),
    relay="delegation.received_opinions",
)
ASSIGNED = _request(
    "opinions.assigned",
    _("box_opinions_assigned", default="Ý kiến đang được chuẩn bị"),
    _("box_opinions_assigned_empty", default="Không có ý kiến nào đang được người khác chuẩn bị hoặc xem."),
)
DONE = _request(
    "opinions.done",
    _("box_opinions_done", default="Đã cho ý kiến cơ quan khác"),
    _("box_opinions_done_empty", default="Cơ quan chưa cho ý kiến về dự thảo nào của cơ quan khác."),
    sort=("modified", True),
)
