"""Who is told after an act: whose turn it is, whom something came back to, from whom it was taken.

Notices name the step or line they are about, and are told once for each: so every act may look at the record as it now
is.
"""

from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outgoing.inputs import asked_channels
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.standing import holders
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message


STEPS = {
    "draft": _("told_draft", default="${sender} chuyển anh/chị soạn thảo tiếp."),
    "review": _("told_review", default="${sender} chuyển anh/chị duyệt."),
    "sign": _("told_sign", default="${sender} trình anh/chị ký số."),
    "issue": _("told_issue", default="${sender} chuyển văn thư phát hành."),
}
LINES = {
    "lead": _("told_lead", default="${sender} giao anh/chị chủ trì xử lý."),
    "coordinate": _("told_coordinate", default="${sender} giao anh/chị phối hợp xử lý."),
    "information": _("told_information", default="${sender} gửi anh/chị để biết."),
}
PASSED_ON = _("told_turn", default="${sender} chuyển anh/chị xử lý.")
TO_DIRECT = _("told_to_direct", default="${sender} trình anh/chị cho ý kiến chỉ đạo.")
CAME_BACK = _("told_returned", default="${sender} trả lại: ${reason}")
TAKEN_BACK = _("told_withdrawn", default="${sender} đã thu hồi việc chuyển cho anh/chị.")
ISSUED = _("told_issued", default="${sender} đã phát hành văn bản.")
ENDED = {
    "recalled": _("told_recalled", default="Văn bản đã bị thu hồi."),
    "replaced": _("told_replaced", default="Văn bản đã được thay thế."),
}
CORRECTED = _("told_corrected", default="Nơi gửi đã đính chính văn bản, xử lý tiếp theo bản đính chính: ${reason}")
#: Of lines whose holders have nothing more to do with the record.
GIVEN_UP = ("returned", "withdrawn")
LONGEST_REASON = 300


@adapter(IActPerformed)
def tell_after_act(event):
    """Everything that an act on a document means to others than the one who did it."""
    told = Telling(event.record, event.actor.userid)
    if IOutgoingDocument.providedBy(event.record):
        of_route(told, event)
    elif IIncomingDocument.providedBy(event.record):
        of_handling(told, event)
        of_lines(told)


class Telling:
    """Tells of one record what one actor has done."""

    def __init__(self, record, actor):
        self.record = record
        self.actor = actor
        self.urgent = getattr(record, "urgency", "normal") not in ("normal", "", None)

    def __call__(self, people, event, text, once, sender="", reason="", due=None, urgent=None, by=()):
        """Tell ``people`` but the actor; ``sender`` is a userid, the actor unless it says otherwise; ``by``: channels
        that the actor asks for.
        """
        name = getUtility(IDirectory).person(sender or self.actor).fullname
        message = Message(text, mapping={"sender": name, "reason": reason[:LONGEST_REASON]})
        urgent = self.urgent if urgent is None else urgent
        others = [person for person in people if person and person != self.actor]
        getUtility(INotices).tell(others, event, self.record, message, urgent, due, once, by)
        if event in ("turn", "returned"):
            tell_stand_ins(self.record, people, message, self.actor, urgent, due, once)


def of_route(told, event):
    """The way of an outgoing document."""
    record, route = told.record, IRoute(told.record)
    state, step, last = state_of(record), route.current(), route.last_closed()
    everybody = dict.fromkeys([record.drafter, *route.people()])
    if state in ENDED:
        told(everybody, "recalled", ENDED[state], state)
    elif state == "issued":
        told(everybody, "issued", ISSUED, state, urgent=False)
    if last is not None and last.outcome == "withdrawn":
        told([last.person], "recalled", TAKEN_BACK, f"taken-{last.id}")
    if step is None or (step.kind == "draft" and (last is None or last.outcome != "handed_over")):
        return
    if last is not None and last.outcome in ("returned", "refused"):
        told(holders(step), "returned", CAME_BACK, step.id, step.sent_by, last.comment)
    else:
        by = asked_channels(event.data)
        told(holders(step), "turn", STEPS.get(step.kind, PASSED_ON), step.id, step.sent_by, by=by)


def of_handling(told, event):
    """The way of an incoming document from clerk to leader, and back."""
    record, handling, state = told.record, handling_of(told.record), state_of(told.record)
    if state in ENDED:
        people = [handling.leader, *(line.recipient for line in ILines(record).all())]
        told(dict.fromkeys(people), "recalled", ENDED[state], state)
    elif state == "to_direct" and handling.presented_at is not None and not handling.returned_reason:
        told([handling.leader], "turn", TO_DIRECT, handling.presented_at.isoformat(), handling.presented_by)
    elif event.act.id == "send_back":
        clerks = group_id(getUtility(IDirectory).agency_of(record).id, "clerk")
        told([clerks], "returned", CAME_BACK, str(event.result["seq"]), reason=handling.returned_reason)
    elif event.act.id == "agree_recall":  # of an update, which leaves the record where it is
        lines = [line.recipient for line in ILines(record).all() if line.state not in GIVEN_UP]
        why = IRecallRequests(record).all()[-1].reason
        once = f"corrected-{event.result['seq']}"
        told(dict.fromkeys([handling.leader, *lines]), "recalled", CORRECTED, once, reason=why)


def of_lines(told):
    """What people were given, gave back, or lost; that a record ended, which closes its lines, is told already."""
    for line in ILines(told.record).all():
        if line.state == "new":
            kind = "information" if line.role == "information" else "turn"
            urgent = False if kind == "information" else None
            told([line.recipient], kind, LINES[line.role], line.id, line.assigned_by, due=line.deadline, urgent=urgent)
        elif line.state == "returned":
            told([line.assigned_by], "returned", CAME_BACK, line.id, line.recipient, line.result)
        elif line.state == "withdrawn" and not line.replaced_by and state_of(told.record) not in ENDED:
            told([line.recipient], "recalled", TAKEN_BACK, line.id)
