"""Where an incoming document stands, as one sentence for people."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.acts.recall import ANSWERED_IN
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.closing import has_work
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility


def standing(record):
    """Message id: who has to do what now, since when or until when."""
    state = state_of(record)
    request = IRecallRequests(record).pending()
    if request is not None and state in ANSWERED_IN:
        return _asked_back(record, request)
    say = SENTENCES.get(state, _other)
    return say(record, handling_of(record), getUtility(IDirectory))


def _other(record, handling, directory):
    """States of other rooms have their title."""
    return _("standing_in_state", default="Đang ở trạng thái “${state}”.", mapping={"state": title_of_state(record)})


def _waiting(record, handling, directory):
    if record.issuing_body:
        return _(
            "standing_waiting_from",
            default="Chờ văn thư tiếp nhận văn bản của ${body}.",
            mapping={"body": record.issuing_body},
        )
    return _("standing_waiting", default="Chờ văn thư tiếp nhận.")


def _registered(record, handling, directory):
    mapping = {
        "number": str(record.arrival_number),
        "date": _day(record.arrival_date),
        "reason": handling.returned_reason,
    }
    if handling.returned_reason:
        return _(
            "standing_registered_returned",
            default="Số đến ${number} ngày ${date}; trả lại văn thư: ${reason}",
            mapping=mapping,
        )
    return _(
        "standing_registered", default="Số đến ${number} ngày ${date}; chờ văn thư trình hoặc chuyển.", mapping=mapping
    )


def _to_direct(record, handling, directory):
    mapping = {"leader": directory.person(handling.leader).fullname, "date": _day(handling.presented_at)}
    return _("standing_to_direct", default="Chờ ${leader} cho ý kiến từ ${date}.", mapping=mapping)


def _in_progress(record, handling, directory):
    found = ILines(record).all()
    lines = [line for line in found if has_work(line) and line.role == "lead"]
    for state, sentence in WAITING.items():
        waiting = [line for line in found if line.state == state]
        if waiting and (state == "to_extend" or not lines):
            return _sentence(sentence, waiting[0], directory)
    deadlines = [line.deadline for line in lines if line.deadline]
    due = min(deadlines) if deadlines else record.due_date
    mapping = {
        "people": ", ".join(directory.person(line.recipient).fullname for line in lines),
        "date": _day(due),
    }
    people = [directory.person(line.recipient) for line in lines]
    gone = [person.fullname for person in people if not (person.active and person.posts)]
    if gone:
        return _(
            "standing_in_progress_gone",
            default="${people} chủ trì, nhưng ${gone} không còn làm việc: hãy thu hồi phần việc và giao người khác.",
            mapping={**mapping, "gone": ", ".join(gone)},
        )
    if due and due < clock.today():
        return _("standing_in_progress_late", default="${people} chủ trì, quá hạn từ ngày ${date}.", mapping=mapping)
    if due:
        return _("standing_in_progress_due", default="${people} chủ trì, hạn ${date}.", mapping=mapping)
    return _("standing_in_progress", default="${people} chủ trì, không đặt hạn.", mapping=mapping)


def _sentence(sentence, line, directory):
    mapping = {
        "giver": directory.person(line.assigned_by).fullname,
        "name": directory.person(line.recipient).fullname,
        "wish": _day(line.pending.wished) if line.pending else "",
        "date": _day(line.deadline),
    }
    return _(str(sentence), default=sentence.default, mapping=mapping)


def _finished(record, handling, directory):
    closed = [line.closed_at for line in ILines(record).all() if line.state == "finished" and line.closed_at]
    if not closed:
        return _("standing_kept", default="Đã lưu, không giao xử lý.")
    return _("standing_finished", default="Đã hoàn thành ngày ${date}.", mapping={"date": _day(max(closed))})


def _asked_back(record, request):
    sentence = ASKED[request.kind]
    mapping = {"body": record.issuing_body or "…", "reason": request.reason.rstrip(" .") or "…"}
    return _(str(sentence), default=sentence.default, mapping=mapping)


def _ended(record, handling, directory):
    if handling.merged_into:
        return _("standing_merged", default="Trùng với văn bản đã có và đã gắn vào văn bản đó; không vào sổ.")
    requests = [request for request in IRecallRequests(record).all() if request.answer == "agreed"]
    sentence = ENDED[state_of(record)]
    mapping = {
        "body": record.issuing_body or "…",
        "date": _day(requests[-1].answered if requests else None),
        "reason": (requests[-1].reason.rstrip(" .") if requests else "") or "…",
    }
    return _(str(sentence), default=sentence.default, mapping=mapping)


def _returned(record, handling, directory):
    return _("standing_returned", default="Đã trả lại nơi gửi.")


def _day(moment):
    return moment.strftime("%d/%m/%Y") if moment else "…"


#: State of a line in which its assigner has to answer -> the sentence.
WAITING = {
    "to_extend": _(
        "standing_to_extend", default="Chờ ${giver} duyệt gia hạn cho ${name}: từ ${date} đến ${wish}."
    ),
    "to_confirm": _("standing_to_confirm", default="Chờ ${giver} duyệt kết quả của ${name}."),
}
SENTENCES = {
    "waiting": _waiting,
    "registered": _registered,
    "to_direct": _to_direct,
    "in_progress": _in_progress,
    "finished": _finished,
    "returned": _returned,
    "recalled": _ended,
    "replaced": _ended,
}
ASKED = {
    "recall": _("standing_recall_asked", default="${body} đề nghị thu hồi (${reason}); chờ cơ quan trả lời."),
    "replace": _("standing_replace_asked", default="${body} đề nghị thay thế (${reason}); chờ cơ quan trả lời."),
    "update": _("standing_update_asked", default="${body} gửi bản cập nhật (${reason}); chờ cơ quan trả lời."),
}
ENDED = {
    "recalled": _("standing_recalled", default="${body} đã thu hồi ngày ${date}: ${reason}. Bản ghi được lưu lại."),
    "replaced": _("standing_replaced", default="${body} đã thay thế ngày ${date}: ${reason}. Bản ghi được lưu lại."),
}
