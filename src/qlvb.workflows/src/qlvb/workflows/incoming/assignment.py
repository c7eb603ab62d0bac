"""Turning the input of an assignment into lines: rules first, then the lines."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Violation
from qlvb.workflows.lines.closing import stands_in_way
from qlvb.workflows.lines.interfaces import LINE_ROLES
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility


TIME_LIMITS = "NĐ 30/2020 Điều 24"


def deadline_of(record, data):
    """The deadline an input asks for: the date given, else counted in the agency's working days, else None."""
    if data.get("deadline"):
        return data["deadline"]
    if data.get("working_days"):
        agency = getUtility(IDirectory).agency_of(record)
        return getUtility(IWorkingCalendar).add(clock.today(), data["working_days"], agency.id)
    return None


def check_assignment(record, data, lead_required=True, latest=None):
    """Violations of an assignment; ``latest`` is the deadline that the assigner has himself (date or None)."""
    return [
        *_check_recipients(record, data, lead_required),
        *_check_deadline(record, data, latest),
    ]


def assign(record, data, by, request, parent="", latest=None):
    """Make the lines; returns {"lead": [line ids], …}. Call only after :func:`check_assignment` found nothing.

    ``latest`` is the deadline of whoever forwards: with none of their own, those below have his.
    """
    lines = ILines(record)
    deadline = deadline_of(record, data) or latest
    directory = getUtility(IDirectory)
    agency = directory.agency_of(record)
    made = {}
    for role in LINE_ROLES:
        for userid in data.get(role) or ():
            post = directory.main_post(userid, agency.id)
            line = lines.assign(
                role,
                userid,
                by,
                request=request,
                deadline=deadline if role != "information" else None,
                parent=parent,
                department=post.department if post else "",
                confirm=role == "lead" and userid != by and bool(data.get("accept_result")),
            )
            made.setdefault(role, []).append(line.id)
    return made


def _check_recipients(record, data, lead_required):
    if lead_required and not data.get("lead"):
        yield Violation(
            "lead", "lead_missing", _("violation_lead_missing", default="Chưa chọn người chủ trì."), TIME_LIMITS
        )
    elif not any(data.get(role) for role in LINE_ROLES):
        yield Violation(
            "lead", "recipients_missing", _("violation_recipients_missing", default="Chưa chọn người nhận.")
        )
    directory = getUtility(IDirectory)
    lines = ILines(record)
    agency = directory.agency_of(record)
    seen = set()
    for role in LINE_ROLES:
        for userid in data.get(role) or ():
            name = directory.person(userid).fullname
            if userid in seen:
                message = _(
                    "violation_recipient_in_two_roles",
                    default="${name} được chọn hai lần; mỗi người chỉ giữ một vai trò.",
                    mapping={"name": name},
                )
                yield Violation(role, "recipient_in_two_roles", message)
            elif (gone := why_gone(userid, agency)) is not None:
                yield Violation(role, *gone)
            elif any(stands_in_way(line, role) for line in lines.of(userid)):
                message = _(
                    "violation_recipient_busy",
                    default="${name} đang có phần việc chưa xong ở văn bản này.",
                    mapping={"name": name},
                )
                yield Violation(role, "recipient_busy", message)
            seen.add(userid)


def why_gone(userid, agency):
    """(code, message id): why nothing can be given to this person in the agency (AgencyInfo); None where it can."""
    directory = getUtility(IDirectory)
    person, post = directory.person(userid), directory.main_post(userid, agency.id)
    mapping = {"name": person.fullname, "agency": agency.title}
    if not person.active:
        message = _(
            "violation_recipient_disabled", default="Tài khoản của ${name} đã ngừng hoạt động.", mapping=mapping
        )
        return "recipient_disabled", message
    if post is None:
        message = _("violation_recipient_left", default="${name} không giữ chức vụ nào ở ${agency}.", mapping=mapping)
        return "recipient_left", message
    if post.department and directory.department(agency.id, post.department) is None:
        message = _("violation_recipient_unit", default="Đơn vị của ${name} đã giải thể.", mapping=mapping)
        return "recipient_unit_dissolved", message
    return None


def why_no_leader(userid, agency):
    """(code, message id): why this person cannot be asked for direction; None where he can."""
    directory = getUtility(IDirectory)
    if (gone := why_gone(userid, agency)) is not None:
        return gone
    if userid in directory.holders(agency.id, "leader"):
        return None
    mapping = {"name": directory.person(userid).fullname, "agency": agency.title}
    message = _("violation_no_leader", default="${name} không phải là lãnh đạo của ${agency}.", mapping=mapping)
    return "not_a_leader", message


def _check_deadline(record, data, latest):
    if data.get("deadline") and data.get("working_days"):
        message = _("violation_deadline_twice", default="Chỉ nhập ngày hạn hoặc số ngày làm việc, không nhập cả hai.")
        yield Violation("working_days", "deadline_twice", message)
        return
    deadline = deadline_of(record, data)
    if deadline is None:
        return
    if deadline < clock.today():
        yield Violation(
            "deadline", "deadline_past", _("violation_deadline_past", default="Hạn xử lý đã qua."), TIME_LIMITS
        )
    if latest is not None and deadline > latest:
        message = _(
            "violation_deadline_beyond",
            default="Hạn giao không được sau hạn của phần việc (${date}).",
            mapping={"date": latest.strftime("%d/%m/%Y")},
        )
        yield Violation("deadline", "deadline_beyond", message, TIME_LIMITS)
