"""Words of remarks."""

from plone import api
from qlvb.content import _
from qlvb.content.index.interfaces import IBox
from qlvb.policy.shell.sections import SECTIONS
from zope.component import getUtility


KIND_TITLES = {
    "fault": _("feedback_kind_fault", default="Lỗi"),
    "suggestion": _("feedback_kind_suggestion", default="Góp ý"),
    "": _("feedback_kind_none", default="Chưa phân loại"),
}
STATE_TITLES = {
    "new": _("feedback_new", default="Chưa tổng hợp"),
    "gathered": _("feedback_gathered", default="Đã tổng hợp"),
    "answered": _("feedback_answered", default="Đã trả lời"),
}
STATE_TONES = {"new": "warn", "gathered": "info", "answered": "good"}
GROUP_TITLES = {
    "home": _("shell_home", default="Trang chủ"),
    **{section.id: section.title for section in SECTIONS},
    "": _("feedback_group_other", default="Khác"),
}
#: The five columns of the form "Phiếu tổng hợp lỗi và góp ý".
COLUMN_TITLES = {
    "ordinal": _("feedback_column_ordinal", default="STT"),
    "group": _("feedback_column_group", default="Nhóm chức năng"),
    "subject": _("feedback_column_text", default="Mô tả lỗi/góp ý"),
    "proposal": _("feedback_column_proposal", default="Đề xuất điều chỉnh"),
    "note": _("feedback_column_note", default="Ghi chú"),
}
_PLACES = {place.box or place.path.rpartition("@@")[2]: place for section in SECTIONS for place in section.places}


def screen_title(screen):
    """What people call the screen that a remark names (``rules.screen_of``): its place in the menu, or the type shown.

    "" where neither knows it: the names that the software has for its screens say nothing to people.
    """
    for word in reversed(screen.split()):
        place = _PLACES.get(word)
        if place is not None:
            return place.title or getUtility(IBox, name=place.box).title
    types = api.portal.get_tool("portal_types")
    return next((types[word].Title() for word in screen.split() if word in types), "")
