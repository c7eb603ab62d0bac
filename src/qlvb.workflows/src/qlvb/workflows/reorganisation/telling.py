"""What people are told when their department becomes another one: which it was and is, from when, whom to ask."""

from collections import namedtuple
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import RENAME_UNIT
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.reorganisation.scope import posts_of
from zope.component import getUtility
from zope.i18nmessageid import Message


department_changed = NoticeKind(
    _("notice_department_changed", default="Phòng ban của anh/chị thay đổi"), ("email", "push")
)
MOVED = _(
    "told_department_moved",
    default="Từ ${day}, anh/chị thuộc ${new}, trước là ${old}, theo ${decision}; việc đang mở đi theo anh/chị. "
    "Cần hỏi: ${asked}.",
)
RENAMED = _(
    "told_department_renamed",
    default="Từ ${day}, ${old} đổi tên thành ${new} theo ${decision}; việc đang mở giữ nguyên. Cần hỏi: ${asked}.",
)
ADMINISTRATION = _("told_department_administration", default="quản trị đơn vị")

#: A held post before the organisation changes: its id, its holder, the name of its department.
Seat = namedtuple("Seat", "post holder unit")


def seats(change):
    """Who sits where before the plan is carried out: list of Seat."""
    held = [post for post in posts_of(change) if post.holder]
    return [Seat(post.getId(), post.holder, _title(change, post.department)) for post in held]


def tell_seats(plan, before):
    """Tell those of ``before`` (list of Seat) whose department is another now, or has another name; each post once."""
    change = plan.change
    posts = getUtility(IDirectory).agency_object(change.agency)["posts"]
    template = RENAMED if change.kind == RENAME_UNIT else MOVED
    for seat in before:
        new = _title(change, posts[seat.post].department)
        if new == seat.unit:
            continue
        mapping = {
            "day": change.effective.strftime("%d/%m/%Y"),
            "old": seat.unit,
            "new": new,
            "decision": change.decision,
            "asked": whom_to_ask(change.agency, seat.holder),
        }
        text = Message(template, mapping=mapping)
        once = f"{plan.id}-{seat.post}"
        getUtility(INotices).tell([seat.holder], "department_changed", None, text, once=once)


def _title(change, unit):
    info = getUtility(IDirectory).department(change.agency, unit) if unit else None
    return info.title if info is not None else unit or ""


def whom_to_ask(agency, userid):
    """Names and numbers of the agency's administrators, other than himself; a word for them where there is none."""
    directory = getUtility(IDirectory)
    people = [directory.person(one) for one in directory.holders(agency, "agency_admin") if one != userid]
    said = [f"{one.fullname} ({one.phone})" if one.phone else one.fullname for one in people]
    return ", ".join(said) or ADMINISTRATION
