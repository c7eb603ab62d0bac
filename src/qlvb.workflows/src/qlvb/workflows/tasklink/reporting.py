"""What the agency does with a task of the province becomes a report: noted in the same transaction, sent by a job."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.building import site_path
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.tasklink.exchange import change_exchange
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.following import progress_now
from qlvb.workflows.tasks.following import refresh_above
from qlvb.workflows.tasks.rights import DEEPEST
from qlvb.workflows.tasks.rights import parent_of
from zope.component import adapter
from zope.component import getUtility


#: Act -> what the province is told of it.
EVENTS = {
    "accept_task": "accepted",
    "hand_on": "handed_on",
    "bounce": "returned",
    "report": "progress",
    "report_back": "progress",
    "take_back": "withdrawn",
    "ask_task_extension": "extension_asked",
    "propose_close": "close_proposed",
    "answer_chase": "chase_answered",
    "settle_difficulty": "difficulty_settled",
    "grant_task_extension": "extension_decided",
    "refuse_task_extension": "extension_decided",
    "close_task": "closed",
    "refuse_close": "state",
    "pause": "state",
    "resume": "state",
    "reopen_task": "state",
    "update_from_province": "state",
    "take_over_steering": "state",
}
#: Reports that put a question which the province has to answer.
QUESTIONS = ("result", "extension_asked", "close_proposed")
WAITING_STATES = ("to_approve", "to_extend", "to_close")


def event_of(act_id, state, level, by_province, asked):
    """What the province is told of an act, "" for nothing. Pure. ``state`` and ``level`` are those after it; ``asked``:
    number of the report with the question that stood before, 0 for none.

    A result leaves the agency only when its own leaders have approved it; what they send back inside is not told.

    >>> event_of("complete", "to_approve", "unit", False, 0)
    ''
    >>> event_of("approve_result", "to_approve", "assigner", False, 0)
    'result'
    """
    if act_id == "complete":
        return "result" if level == "assigner" else ""
    if act_id == "approve_result":
        return "result" if state == "to_approve" else "finished"
    if act_id == "reject_result":
        return "state" if by_province else ""
    if act_id == "take_back" and not asked:
        return ""
    return EVENTS.get(act_id, "")


@adapter(ITask, IActPerformed)
def report_act(task, event):
    """Note what an act means for the province, on the task itself or on the task above that it gave."""
    if task.province_number:
        exchange = change_exchange(task)
        state, level = state_of(task), execution_of(task).level
        by_province = event.actor.userid == task.assigner
        word = event_of(event.act.id, state, level, by_province, exchange.asked)
        made = report(task, word, details(task, event), event.actor) if word else None
        if word in QUESTIONS:
            exchange.asked = made.seq
        elif state not in WAITING_STATES:
            exchange.asked = 0
    elif task.parent:
        _report_above(task, event.actor)


def _report_above(task, actor):
    """The progress of a task of the province follows from what is below it."""
    above = parent_of(task)
    for _level in range(DEEPEST):
        if above is None or above.province_number:
            break
        above = parent_of(above)
    if above is None or not above.province_number:
        return
    refresh_above(task)
    if exchange_of(above).progress != progress_now(above):
        report(above, "progress", {}, actor)


def report(task, event, detail, actor):
    """Keep a report about ``task`` and ask for its sending; returns the Dispatch. ``detail``: dict of JSON values."""
    exchange = change_exchange(task)
    exchange.progress = progress_now(task)
    return REPORTS.put(task, event, {**snapshot(task, actor), "detail": detail})


def snapshot(task, actor):
    """dict of JSON values: how the task stands, in every report, so that a lost one is made up for by the next."""
    directory = getUtility(IDirectory)
    return {
        "number": task.province_number,
        "revision": exchange_of(task).revision,
        "state": state_of(task),
        "progress": progress_now(task),
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "unit": title_of(task.executor.token) if task.executor is not None else "",
        "by": directory.person(actor.userid).fullname,
        "on_behalf": directory.person(actor.on_behalf).fullname if actor.on_behalf else "",
        "url": address_of(task),
    }


def address_of(record):
    """The record's address for people outside, "" as long as the site's public address is not set."""
    public = Channels().address
    return f"{public}{site_path(record)}" if public else ""


def details(task, event):
    """dict of JSON values: what the act said."""
    data = event.data or {}
    told = {name: data[name] for name in ("text", "difficulty", "proposal", "reason", "answer") if data.get(name)}
    if data.get("until"):
        told["until"] = data["until"].isoformat()
    if event.act.id in ("report", "report_back", "complete", "approve_result"):
        told.update(_of_report(task, event.act.id))
    return told


def _of_report(task, act_id):
    """Words, files and document of the newest report that the act is about."""
    reports = [one for one in execution_of(task).reports if act_id.startswith("report") or one.kind == "completion"]
    if not reports:
        return {}
    newest, address = reports[-1], address_of(task)
    known = {file.id: file for file in IFileStore(task).files()}
    told = {"text": newest.text, "files": [_file(known[name], address) for name in newest.files if name in known]}
    reply = find_record(newest.reply) if newest.reply else None
    if reply is not None and reply.reference:
        told["document"] = reply.reference
    return told


def _file(file, address):
    """dict of JSON values: the version that is reported, and where it lies; its bytes are sent by the job."""
    version = file.current
    return {
        "filename": version.filename,
        "mimetype": version.mimetype,
        "size": version.size,
        "sha256": version.sha256,
        "file": file.id,
        "version": version.number,
        "url": f"{address}/@@file/{file.id}/{version.number}" if address else "",
    }
