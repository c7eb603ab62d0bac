"""The drafter learns what others did to the words of his draft."""

from qlvb.content import _
from qlvb.content.organisation.people import name_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


draft_changed = NoticeKind(_("notice_draft_changed", default="Dự thảo của anh/chị được sửa, góp ý"), ())

CHANGED = _("notice_text_draft_changed", default="${person} đã sửa, thành bản ${number}.")
REMARKED = _("notice_text_draft_remarked", default="${person} góp ý vào bản ${number}: ${words}")
SHOWN = 200  # characters of a remark in a notice


def tell_drafter(document, by, version, words=""):
    """``by`` (userid) has made ``version`` (IFileVersion), or said ``words`` about it; what he did himself the drafter
    knows.
    """
    if by == document.drafter:
        return
    mapping = {"person": name_of(by), "number": str(version.number), "words": words[:SHOWN]}
    text = Message(REMARKED if words else CHANGED, mapping=mapping)
    getUtility(INotices).tell([document.drafter], "draft_changed", document, text)
