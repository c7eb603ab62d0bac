"""Who is told of what happens to a task. Notices name the turn they are about, and are told once for each."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import people_of
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.heads import heads
from qlvb.workflows.tasks.rights import parent_of
from qlvb.workflows.tasks.rows import rows_of
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message


given = NoticeKind(_("notice_task_given", default="Nhiệm vụ mới được giao"), ("email", "push"))
to_approve = NoticeKind(_("notice_task_to_approve", default="Nhiệm vụ chờ phê duyệt"), ("email", "push"))
reported = NoticeKind(_("notice_task_reported", default="Có hồi báo mới"), ("email",))
decided = NoticeKind(_("notice_task_decided", default="Quyết định về nhiệm vụ của anh/chị"), ("email",))
chased = NoticeKind(_("notice_task_chased", default="Đôn đốc nhiệm vụ"), ("email", "push"))
answered = NoticeKind(_("notice_task_answered", default="Trả lời đôn đốc"), ())
complete = NoticeKind(_("notice_task_complete", default="Đủ hồi báo của chỉ đạo"), ("email",))

GIVEN = _("told_task_given", default="${sender} giao nhiệm vụ: ${subject}")
HELP = _("told_task_help", default="${sender} giao anh/chị phối hợp: ${subject}")
REPORTED = _("told_task_reported_words", default="${executor} báo cáo, đạt ${progress}%: ${words}")
TO_APPROVE = _("told_task_to_approve", default="${sender} trình duyệt hoàn thành: ${subject}")
TO_DECIDE = _("told_task_to_decide", default="${sender} đề xuất gia hạn hoặc đóng: ${subject}")
TAKEN_AWAY = _("told_task_taken_away", default="Nhiệm vụ đã chuyển cho ${executor}: ${reason}")
BOUNCED = _("told_task_bounced", default="${sender} trả lại nhiệm vụ: ${reason}")
CHASED = _("told_task_chased", default="Đôn đốc lần ${number} (${level}): ${subject}")
CHASED_BY = _("told_task_chased_by", default="${sender} đôn đốc lần ${number} (${level}): ${subject}")
CHASED_WORDS = _("told_task_chased_words", default="${sender} đôn đốc lần ${number} (${level}): ${reason}")
ANSWERED = _("told_task_answered", default="${sender} trả lời đôn đốc: ${reason}")
COMPLETE = _("told_instruction_complete", default="Đã đủ hồi báo của ${count} đơn vị: ${subject}")
#: What was decided on a task, told to those who carry it out: act -> text.
DECISIONS = {
    "approve_result": _("told_task_approved", default="Đã duyệt hoàn thành: ${subject}"),
    "reject_result": _("told_task_rejected", default="Kết quả chưa đạt, làm tiếp: ${reason}"),
    "grant_task_extension": _("told_task_extended", default="Đồng ý gia hạn: ${subject}"),
    "refuse_task_extension": _("told_task_not_extended", default="Không đồng ý gia hạn: ${reason}"),
    "refuse_close": _("told_task_not_closed", default="Không đồng ý đóng, làm tiếp: ${reason}"),
    "close_task": _("told_task_closed", default="Đã đóng nhiệm vụ: ${reason}"),
    "pause": _("told_task_paused", default="Tạm dừng nhiệm vụ: ${reason}"),
    "resume": _("told_task_resumed", default="Tiếp tục thực hiện: ${subject}"),
    "reopen_task": _("told_task_reopened", default="Mở lại nhiệm vụ: ${reason}"),
}
#: Of these decisions those who help are told, too.
FOR_HELPERS = ("approve_result", "close_task", "pause", "resume", "reopen_task")
LONGEST = 300
#: Kinds that say that it is somebody's turn: who stands in for him is told too.
TURNS = ("task_given", "task_to_approve")


def tell(task, people, kind, text, once, sender="", **more):
    """Tell ``people`` (userids, groups) but ``sender`` of something about ``task``; returns those told."""
    mapping = {
        "sender": getUtility(IDirectory).person(sender).fullname if sender else "",
        "subject": task.subject[:LONGEST],
        "executor": title_of(task.executor.token) if task.executor is not None else "",
        **{name: value if isinstance(value, Message) else value[:LONGEST] for name, value in more.items()},
    }
    message = _(str(text), default=text.default, mapping=mapping)
    others = [person for person in dict.fromkeys(people) if person and person != sender]
    urgent = task.urgency not in ("normal", "", None)
    if kind in TURNS:
        tell_stand_ins(task, others, message, sender, urgent, task.deadline, once)
    return getUtility(INotices).tell(others, kind, task, message, urgent, task.deadline, once)


def tell_given(task, by, again=""):
    """A task was given, or given to somebody else; ``again``: a word for this time, as one may get it back."""
    when = again or str(len(execution_of(task).reports))
    tell(task, executing_people(task), "task_given", GIVEN, f"{task.executor and task.executor.token}-{when}", by)
    tell(task, helpers_of(task), "task_given", HELP, "help", by)


def helpers_of(task):
    """userids of those who help with it, or lead a unit that does: list."""
    return [userid for token in task.coordinators for userid in people_of(token)]


def tell_closed_above(task, reason, by):
    """A task was closed because the one above it was: once, as it is never opened again."""
    people = [*executing_people(task), *helpers_of(task)]
    tell(task, people, "task_decided", DECISIONS["close_task"], "closed_above", by, reason=reason)


@adapter(ITask, IActPerformed)
def tell_after_act(task, event):
    """What an act means to others than the one who did it."""
    act, actor, once = event.act.id, event.actor.userid, str(event.result["seq"])
    execution, state = execution_of(task), state_of(task)
    reason = execution.reason or _opinion(event.data)
    if act in ("transfer", "hand_on"):
        tell_given(task, actor, f"again-{once}")
        former = [userid for userid in event.result.get("former", ()) if userid not in executing_people(task)]
        tell(task, former, "task_decided", TAKEN_AWAY, once, actor, reason=event.data.get("reason") or "")
    elif act in ("report", "report_back"):
        said = {"progress": str(event.data.get("progress") or 0), "words": event.data.get("text") or ""}
        tell(task, [task.assigner], "task_reported", REPORTED, once, actor, **said)
    elif act == "bounce":
        tell(task, [task.assigner], "task_decided", BOUNCED, once, actor, reason=reason)
    elif act in ("ask_task_extension", "propose_close"):
        tell(task, [task.assigner], "task_to_approve", TO_DECIDE, once, actor)
    elif act == "answer_chase":
        tell(task, [task.assigner], "task_answered", ANSWERED, once, actor, reason=event.data["answer"])
    elif act in DECISIONS and state != "to_approve":
        people = [*executing_people(task), *(heads(task.executor) if task.executor is not None else ())]
        people += helpers_of(task) if act in FOR_HELPERS else []
        tell(task, people, "task_decided", DECISIONS[act], once, actor, reason=reason)
    if state == "to_approve" and act in ("complete", "approve_result"):
        people = heads(task.responsible) if execution.level == "unit" else [task.assigner]
        tell(task, people, "task_to_approve", TO_APPROVE, once, actor)
    if act in ("report_back", "complete"):
        tell_complete(task)


def tell_complete(task):
    """The last row of an instruction came in."""
    above = parent_of(task)
    if above is None or above.kind != "instruction":
        return
    rows = rows_of(above)
    if rows and all(row.done for row in rows):
        once = ",".join(sorted(row.task.UID() for row in rows))
        tell(above, [above.assigner], "task_complete", COMPLETE, once, count=str(len(rows)))


def _opinion(data):
    return (data or {}).get("reason") or (data or {}).get("opinion") or ""
