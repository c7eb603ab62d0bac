"""Who is told of what holder and giver of a line ask and answer, of being urged, and of a sender who wants a document
back. (Whose turn it is, and what came back, is told by ``notices``.)
"""

from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.delivery.interfaces import IRecallAsked
from qlvb.workflows.incoming.turns import decider_of
from qlvb.workflows.incoming.turns import givers
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message


asked = NoticeKind(_("notice_line_asked", default="Có người xin gia hạn, báo kết quả"), ("email", "push"))
answered = NoticeKind(_("notice_line_answered", default="Trả lời xin gia hạn, kết quả"), ("email", "push"))
urged = NoticeKind(_("notice_urged", default="Được đôn đốc"), ("email", "push"))
recall_asked = NoticeKind(_("notice_recall_asked", default="Nơi gửi đề nghị thu hồi, thay thế văn bản"), ("email",))

EXTENSION_ASKED = _("told_extension_asked", default="${name} xin gia hạn đến ${date}: ${reason}")
REPORTED = _("told_reported", default="${name} đã báo kết quả, chờ anh/chị duyệt.")
EXTENDED = _("told_extended", default="${name} đã gia hạn phần việc của anh/chị đến ${date}.")
NOT_EXTENDED = _("told_not_extended", default="${name} không duyệt gia hạn: ${reason}")
ACCEPTED = _("told_accepted", default="${name} đã duyệt kết quả của anh/chị.")
TO_REDO = _("told_to_redo", default="${name} yêu cầu làm lại: ${reason}")
FINISHED_FOR = _("told_finished_for", default="${name} đã hoàn thành thay phần việc của anh/chị: ${reason}")
AMENDED = _("told_amended", default="${name} đã sửa bút phê: ${reason}")
URGED = _("told_urged", default="${name} đôn đốc anh/chị (lần ${times}). ${reason}")
RECALL_ASKED = {
    "recall": _("told_recall_asked_back", default="${name} đề nghị thu hồi văn bản: ${reason}"),
    "replace": _("told_replace_asked", default="${name} đề nghị thay thế văn bản: ${reason}"),
    "update": _("told_update_sent", default="${name} gửi bản cập nhật, đính chính văn bản: ${reason}"),
}
LONGEST_REASON = 300


@adapter(IIncomingDocument, IActPerformed)
def tell_after_act(record, event):
    """Tell those whom the act of a holder or giver of a line concerns."""
    teller = TELLERS.get(event.act.id)
    if teller is not None:
        teller(record, event)


@adapter(IIncomingDocument, IRecallAsked)
def tell_of_recall(record, event):
    """The clerks, and the leaders, who may have to stop work."""
    agency = getUtility(IDirectory).agency_of(record)
    groups = [group_id(agency.id, "clerk"), group_id(agency.id, "leader")]
    text = _said(RECALL_ASKED[event.request.kind], record.issuing_body, event.request.reason)
    getUtility(INotices).tell(groups, "recall_asked", record, text, urgent=True, once=event.request.id)


def _told_giver(template):
    def tell(record, event):
        line = ILines(record).get(event.result["line"])
        if event.act.id == "finish" and line.state != "to_confirm":
            return
        wish = line.pending.wished if line.pending else None
        text = _said(template, _name(event), event.data.get("reason") or "", wish)
        once = f"{line.id}-{event.result['seq']}"
        deciders = [decider_of(record, line), *givers(line)]
        getUtility(INotices).tell(deciders, "line_asked", record, text, once=once)
        tell_stand_ins(record, deciders, text, event.actor.userid, once=once)

    return tell


def _told_holder(template, event_id="line_answered"):
    def tell(record, event):
        lines = ILines(record)
        for line in map(lines.get, event.result.get("moved") or _lines_of(event.result)):
            reason = next(filter(None, map(event.data.get, ("reason", "message", "text"))), "")
            text = _said(template, _name(event), reason, line.deadline, str(len(line.chases)))
            once = f"{line.id}-{event.result['seq']}"
            urgent = event_id == "urged"
            getUtility(INotices).tell([line.recipient], event_id, record, text, urgent, line.deadline, once)

    return tell


def _lines_of(result):
    return result["lines"] if "lines" in result else [result["line"]]


TELLERS = {
    "ask_extension": _told_giver(EXTENSION_ASKED),
    "finish": _told_giver(REPORTED),
    "approve_extension": _told_holder(EXTENDED),
    "refuse_extension": _told_holder(NOT_EXTENDED),
    "confirm_result": _told_holder(ACCEPTED),
    "redo": _told_holder(TO_REDO),
    "finish_for": _told_holder(FINISHED_FOR),
    "chase": _told_holder(URGED, "urged"),
    "amend_direction": _told_holder(AMENDED),
}


def _name(event):
    return getUtility(IDirectory).person(event.actor.userid).fullname


def _said(template, name, reason="", day=None, times=""):
    mapping = {
        "name": name or "…",
        "reason": (reason or "")[:LONGEST_REASON],
        "date": day.strftime("%d/%m/%Y") if day else "…",
        "times": times,
    }
    return Message(template, mapping=mapping)
