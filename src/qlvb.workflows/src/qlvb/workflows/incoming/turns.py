"""Whose turn it is with a line: its holder's, or that of whoever gave it."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.lines.closing import is_open
from zope.component import getUtility


#: What the holder of a line did last -> how it is told to the one who wants the work back.
_DID = {
    "forwarded": _("line_did_forward", default="${name} đã chuyển xử lý lúc ${when}"),
    "replied": _("line_did_reply", default="${name} đã soạn văn bản trả lời lúc ${when}"),
    "asked": _("line_did_ask", default="${name} đã xin gia hạn lúc ${when}"),
    "progress": _("line_did_progress", default="${name} đã cập nhật tiến độ lúc ${when}"),
    "finished": _("line_did_finish", default="${name} đã báo kết quả lúc ${when}"),
    "returned": _("line_did_return", default="${name} đã trả lại lúc ${when}"),
}
_SOMETHING = _("line_did_something", default="${name} đã xử lý phần việc này")
_CLOSED = {
    "finished": _("line_closed_finished", default="Phần việc của ${name} đã hoàn thành lúc ${when} (${who})."),
    "returned": _("line_closed_returned", default="Phần việc của ${name} đã được trả lại lúc ${when} (${who})."),
    "withdrawn": _("line_closed_withdrawn", default="Phần việc của ${name} đã bị thu hồi lúc ${when} (${who})."),
}
_REPLACED = _(
    "line_closed_replaced", default="${name} được giao việc lúc ${when} (${who}) thay cho phần nhận để biết."
)
_READ = _("line_closed_read", default="${name} đã xem văn bản nhận để biết lúc ${when}.")
_BY_ITSELF = _("line_closed_by_itself", default="hệ thống, vì phần chủ trì đã xong")


#: States of a line that waits for the word of whoever gave it.
AWAITING = ("to_extend", "to_confirm")


def givers(line):
    """userids of who gave a line: who did it, and in whose place: tuple."""
    return tuple(filter(None, (line.assigned_by, line.assigned_for)))


def decider_of(record, line):
    """The principal that answers what the holder of ``line`` asks: who gave it, or, when he is no longer in office, the
    leaders of the agency.
    """
    directory = getUtility(IDirectory)
    if directory.person(line.assigned_by).active:
        return line.assigned_by
    return group_id(directory.agency_of(record).id, "leader")


def gave(record, line, actor, is_leader):
    """bool: the actor stands where the assigner of ``line`` stands; a leader does for one who has left."""
    decider = decider_of(record, line)
    return any(map(actor.stands_for, givers(line))) or (is_leader and decider != line.assigned_by)


def did(line):
    """Message id: what the holder did since he got it; for a line whose ``has_acted`` is true."""
    name = getUtility(IDirectory).person(line.recipient).fullname
    template = _DID.get(line.acted or ("replied" if line.reply else ""), _SOMETHING)
    when = show_moment(line.acted_at)
    return _(str(template), default=template.default, mapping={"name": name, "when": when})


def closed_how(line):
    """Message id: when and by whom a closed line was closed."""
    person = getUtility(IDirectory).person
    read = line.role == "information" and line.state == "finished" and not line.closed_by and line.opened_at
    template = _REPLACED if line.replaced_by else _READ if read else _CLOSED[line.state]
    mapping = {
        "name": person(line.recipient).fullname,
        "when": show_moment(line.closed_at),
        "who": _BY_ITSELF if line.closed_by in ("", "system") else person(line.closed_by).fullname,
    }
    return _(str(template), default=template.default, mapping=mapping)


def withdrawable(line):
    """bool: who gave it could take it back."""
    return is_open(line) and not line.has_acted()
