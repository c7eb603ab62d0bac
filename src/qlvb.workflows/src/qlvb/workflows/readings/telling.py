"""Who is told: the deciders of a request; the reader of the answer, of the end that comes and that is past."""

from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.organisation.people import name_of
from qlvb.content.readings.interfaces import PAPER
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.readings.tokens import deciders
from zope.component import getUtility
from zope.i18nmessageid import Message


reading_asked = NoticeKind(_("notice_reading_asked", default="Yêu cầu khai thác hồ sơ, tài liệu"), ())
reading_answered = NoticeKind(_("notice_reading_answered", default="Trả lời yêu cầu khai thác"), ("email",))
reading_due = NoticeKind(_("notice_reading_due", default="Hạn trả hồ sơ, tài liệu đã mượn"), ("email",))
ASKED = _("told_reading_asked", default="${reader} yêu cầu khai thác: ${what}. Hạn trả lời ${day}.")
ANSWERED = {
    "lend": _("told_reading_lent", default="Đã duyệt cho khai thác: ${what}, đến hết ngày ${day}."),
    "refuse_reading": _("told_reading_refused", default="Không duyệt cho khai thác: ${what}. Lý do: ${comment}"),
    "extend_reading": _("told_reading_extended", default="Được gia hạn đến hết ngày ${day}: ${what}."),
    "return_reading": _("told_reading_returned", default="Đã nhận trả: ${what}."),
}
CLOSED = _("told_reading_closed", default="Đã kết thúc khai thác: ${what}.")
CHASED = _("told_reading_chased", default="Đề nghị trả hồ sơ: ${what}, hạn trả ${day}. ${comment}")
COMING = _("told_reading_coming", default="Sắp đến hạn trả ngày ${day}: ${what}.")
OVERDUE = _("told_reading_overdue", default="Quá hạn trả từ ngày ${day}: ${what} (${reader}).")


def said(template, reading, day=None, comment=""):
    """The message with what a reading says."""
    person = name_of(reading.requester)
    mapping = {
        "reader": reading.reader_name or person,
        "what": reading.asked_for,
        "day": show_date(day),
        "comment": comment,
    }
    return Message(template, mapping=mapping)


def tell_asked(reading, by):
    """A new request; who wrote it down himself knows of it."""
    groups = deciders(reading)
    getUtility(INotices).tell(groups, "reading_asked", reading, said(ASKED, reading, reading.answer_due))


def act_performed(reading, event):
    """After an act on a reading."""
    if not reading.requester or event.actor.userid == reading.requester:
        return
    comment = (event.data or {}).get("reason") or (event.data or {}).get("message") or ""
    if event.act.id == "chase_reading":
        text = said(CHASED, reading, reading.due, comment)
        getUtility(INotices).tell([reading.requester], "reading_due", reading, text, urgent=True, due=reading.due)
    elif event.act.id in ANSWERED:
        closed = event.act.id == "return_reading" and reading.kind != PAPER
        text = said(CLOSED if closed else ANSWERED[event.act.id], reading, reading.due, comment)
        getUtility(INotices).tell([reading.requester], "reading_answered", reading, text, due=reading.due)


def tell_coming(reading):
    """The end is near; once for each day of return."""
    return _tell_due(reading, COMING, [reading.requester], f"coming-{reading.due}", False)


def tell_overdue(reading, week):
    """The paper should be back: reader and archivists, once a week (``week``: int, weeks since)."""
    agency = getUtility(IDirectory).agency_of(reading)
    people = [reading.requester, group_id(agency.id, "archivist")]
    return _tell_due(reading, OVERDUE, people, f"overdue-{reading.due}-{week}", True)


def _tell_due(reading, template, people, once, urgent):
    text = said(template, reading, reading.due)
    people = [one for one in people if one]
    return bool(getUtility(INotices).tell(people, "reading_due", reading, text, urgent, reading.due, once))
