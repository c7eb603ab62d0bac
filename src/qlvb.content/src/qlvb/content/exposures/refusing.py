"""What is closed says so: at every address, in every act, to every file that comes in with the same bytes."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone.rest.traverse import RESTWrapper
from qlvb.content import _
from qlvb.content.badges import Badge
from qlvb.content.exposures.interfaces import CLOSED
from qlvb.content.exposures.interfaces import RULE
from qlvb.content.exposures.interfaces import TAKEN_OUT
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.roles import heads_of
from qlvb.content.exposures.roles import judges_of
from qlvb.content.files.interfaces import IBytesGuard
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.interfaces import IBadges
from qlvb.content.interfaces import IEditLock
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.interfaces import IRecord
from qlvb.content.locks import LOCKED
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from ZPublisher.interfaces import IPubAfterTraversal


def closed_violation(case_id, code=CLOSED):
    """The Violation that says which case closes something; it never names what."""
    case = getUtility(ICases).get(case_id)
    if case is not None and case.state == TAKEN_OUT:
        message = _(
            "violation_secret_taken_out",
            default="Tài liệu này là tài liệu mật, đã gỡ khỏi hệ thống theo vụ việc ${case}; không đưa lên lại.",
            mapping={"case": case_id},
        )
        return Violation("", code, message, RULE)
    message = _(
        "violation_secret_reported",
        default="Tài liệu đang bị phong tỏa vì có báo cáo là tài liệu mật (vụ việc ${case}): không mở, không tải, không"
        " gửi, không xử lý cho đến khi người đứng đầu cơ quan kết luận.",
        mapping={"case": case_id},
    )
    return Violation("", code, message, RULE)


def may_judge(userid, case_id):
    """bool: the person heads one of the agencies that have something the case closes."""
    case = getUtility(ICases).get(case_id)
    agencies = {case.agency, *(item.agency for item in case.items.values())} if case is not None else ()
    return any(userid in heads_of(agency) for agency in agencies)


@implementer(IBytesGuard)
class BytesGuard:
    """See IBytesGuard."""

    def obstacle(self, sha256):
        case_id = getUtility(ICases).case_of(sha256)
        return closed_violation(case_id) if case_id else None

    def lets_see(self, sha256):
        case_id = getUtility(ICases).case_of(sha256)
        return bool(case_id) and may_judge(getSecurityManager().getUser().getId(), case_id)


@implementer(IEditLock)
@adapter(IRecord)
class ClosedLock:
    """See IEditLock."""

    def __init__(self, record):
        self.record = record

    def violations(self):
        case_id = closed_by(self.record)
        return [closed_violation(case_id, LOCKED)] if case_id else []


def refuse_removal(record, event):
    """Deleted or moved, by itself or with a folder around it, by whoever: it is taken out by its case or stays."""
    if event.oldParent is not None and (case_id := closed_by(record)):
        raise RecordHeld(closed_violation(case_id))


@implementer(IBadges)
@adapter(IRecord)
class ClosedBadge:
    """See IBadges: its judge is told first of all what he has before him."""

    def __init__(self, record):
        self.record = record

    def badges(self):
        case_id = closed_by(self.record)
        if not case_id:
            return []
        title = _("badge_secret_closed", default="Đang phong tỏa: tài liệu mật, ${case}", mapping={"case": case_id})
        return [Badge("bad", "lock", title)]


def answers_when_closed(published):
    """bool: a page or service that says of itself that it answers at closed records: where the next one reports."""
    view = getattr(published, "__self__", published)
    return getattr(aq_base(view), "answers_when_closed", False) is True


def unwrapped(place):
    """What a request passed: REST wraps it."""
    return place.context if isinstance(place, RESTWrapper) else place


def closed_on_the_way(request):
    """The closed record that a request passed, or None."""
    for record in map(unwrapped, request.get("PARENTS") or ()):
        if IRecord.providedBy(record) and closed_by(record):
            return record
    return None


@adapter(IPubAfterTraversal)
def refuse_closed(event):
    """Whatever is asked for at a closed record or below it, with whatever permission.

    :raises Refused: 403 for everybody but its judge.
    """
    request = event.request
    published = request.get("PUBLISHED")
    if not IQlvbLayer.providedBy(request) or answers_when_closed(published):
        return
    record = closed_on_the_way(request)
    if record is not None:
        userid = getSecurityManager().getUser().getId()
        if userid is None or userid not in judges_of(record):
            raise Refused(closed_violation(closed_by(record)), 403)
