"""What the province's system sends: a task, its changes, decisions. Each may come twice; the second changes nothing."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.tasklink.acts import differs
from qlvb.workflows.tasklink.agreement import APPLY
from qlvb.workflows.tasklink.agreement import EVENTS
from qlvb.workflows.tasklink.agreement import OVERTAKEN
from qlvb.workflows.tasklink.agreement import SAME
from qlvb.workflows.tasklink.agreement import Situation
from qlvb.workflows.tasklink.agreement import judge
from qlvb.workflows.tasklink.agreement import judge_revision
from qlvb.workflows.tasklink.exchange import change_exchange
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.inputs import IContentInput
from qlvb.workflows.tasklink.inputs import IEventInput
from qlvb.workflows.tasklink.inputs import IOrderInput
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasks.execution import CHASE_LEVELS
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.interfaces import ITaskFactory
from qlvb.workflows.tasks.rights import share_out
import re
from urllib.parse import urlsplit
from zope.component import getUtility
from zope.schema import getFieldNames


NUMBER = re.compile(r"[\w./-]{1,64}")
#: What the province says of one of our reports -> what becomes of it.
RECEIPTS = {"report_confirmed": "confirmed", "report_rejected": "failed"}
SILENT = _("tasklink_no_reason", default="Hệ thống của tỉnh không nêu lý do.")
MOST_ANSWERS = 1000


def take_task(raw, by, portal):
    """Give or change a task; ``raw`` is the JSON sent, ``by`` the account's userid. Returns (Task, outcome), outcome
    is ``new``, ``changed`` or ``same``.

    :raises Refused: 400 every fault, 409 older than what is known, or the task has ended.
    """
    values, violations = convert(IOrderInput, raw, portal)
    violations += _number_faults(values)
    if not _is_web(values.get("url") or ""):
        text = _("violation_tasklink_url", default="Liên kết phải là địa chỉ http:// hoặc https://.")
        violations.append(Violation("url", "address_wrong", text))
    agency = _agency(values.get("agency") or "")
    if agency is None and values.get("agency"):
        text = _("violation_agency_unknown", default="Không có cơ quan này trong hệ thống.")
        violations.append(Violation("agency", "agency_unknown", text))
    if violations:
        raise Refused(violations)
    link = getUtility(ITaskLink)
    task = link.task(values["number"])
    if task is None:
        return _new_task(values, agency.id, by, link), "new"
    return task, _changed(task, values, agency.id, by, link)


def _new_task(values, agency_id, by, link):
    content = ("subject", "request", "product", "quotation", "page", "deadline", "urgency")
    fields = {name: values[name] for name in content if values[name] not in (None, "")}
    origin = {
        "province_number": values["number"],
        "province_document": values["document"],
        "province_url": values["url"],
    }
    task = getUtility(ITaskFactory).create(agency_id, {**fields, "leads": [agency_id]}, by, origin=origin)
    link.remember(values["number"], IUUID(task))
    exchange = change_exchange(task)
    exchange.revision = values["revision"]
    exchange.received()
    link.note("in", values["number"], "assigned", "new")
    return task


def _changed(task, values, agency_id, by, link):
    """Outcome: ``changed`` or ``same``."""
    if task.executing_agency != agency_id:
        text = _(
            "violation_tasklink_other_agency",
            default="Số ${number} đã giao cho cơ quan khác; hãy thu hồi rồi giao bằng số mới.",
            mapping={"number": values["number"]},
        )
        raise Refused(Violation("agency", "number_taken", text), 409)
    exchange = exchange_of(task)
    verdict = judge_revision(values["revision"], exchange.revision, differs(task, values), state_of(task))
    if verdict not in (APPLY, SAME):
        raise Refused(_overtaken(task, "revision", verdict), 409)
    if verdict == SAME:
        if values["revision"] > exchange.revision:
            change_exchange(task).revision = values["revision"]
        return "same"
    steered_by(task, by)
    exchange = change_exchange(task)
    exchange.revision = values["revision"]
    exchange.received()
    IActs(task).perform("update_from_province", {name: values[name] for name in getFieldNames(IContentInput)})
    link.note("in", values["number"], "updated", "changed")
    return "changed"


def take_event(raw, by, portal):
    """Do what the province has decided; returns (Task, outcome): ``applied`` or ``same``.

    :raises Refused: 400 every fault, 404 no such task, 409 it crossed something that the agency has done.
    """
    values, violations = convert(IEventInput, raw, portal)
    violations += [*_number_faults(values), *_event_faults(values)]
    if violations:
        raise Refused(violations)
    link = getUtility(ITaskLink)
    task = link.task(values["number"])
    if task is None:
        text = _("violation_tasklink_number_unknown", default="Không có nhiệm vụ mang số này.")
        raise Refused(Violation("number", "number_unknown", text), 404)
    if (before := exchange_of(task).answered.get(values["id"])) is not None:
        return task, before
    outcome = _receipt(task, values) if values["event"] in RECEIPTS else _decision(task, values, by)
    exchange = change_exchange(task)
    if len(exchange.answered) < MOST_ANSWERS:
        exchange.answered[values["id"]] = outcome
    exchange.received()
    link.note("in", values["number"], values["event"], outcome)
    return task, outcome


def _decision(task, values, by):
    exchange = exchange_of(task)
    situation = Situation(state_of(task), execution_of(task).level, exchange.asked)
    verdict = judge(values["event"], values["seen"], situation)
    if verdict == SAME:
        return "same"
    if verdict != APPLY:
        raise Refused(_overtaken(task, "event", verdict), 409)
    steered_by(task, by)
    act, data = act_for(values)
    IActs(task).perform(act, data)
    return "applied"


def act_for(values):
    """(act, input) of an event. Pure.

    >>> act_for({"event": "extension_refused", "reason": "Không", "until": None, "level": ""})
    ('refuse_task_extension', {'reason': 'Tỉnh không đồng ý gia hạn: Không'})
    """
    event, reason = values["event"], values["reason"]
    given = {
        "recalled": ("close_task", "Tỉnh thu hồi nhiệm vụ"),
        "closed": ("close_task", "Tỉnh đóng nhiệm vụ"),
        "paused": ("pause", "Tỉnh cho tạm dừng"),
        "reopened": ("reopen_task", "Tỉnh mở lại nhiệm vụ"),
        "result_rejected": ("reject_result", "Tỉnh yêu cầu làm tiếp"),
        "extension_refused": ("refuse_task_extension", "Tỉnh không đồng ý gia hạn"),
        "close_refused": ("refuse_close", "Tỉnh không đồng ý đóng"),
    }
    if event in given:
        act, words = given[event]
        return act, {"reason": f"{words}: {reason}"[:2000] if reason else words}
    if event == "extension_granted":
        return "grant_task_extension", {"until": values["until"], "opinion": reason[:2000]}
    if event == "chased":
        return "chase_task", {"level": values["level"] or CHASE_LEVELS[0], "text": reason[:2000]}
    if event == "resumed":
        return "resume", {}
    return "approve_result", {"opinion": reason[:2000]}


def _receipt(task, values):
    """The province says what became of a report that it had only taken."""
    dispatch = change_exchange(task).get(values["report"])
    if dispatch is None:
        text = _("violation_tasklink_report_unknown", default="Không có báo cáo này của nhiệm vụ.")
        raise Refused(Violation("report", "report_unknown", text), 404)
    state = RECEIPTS[values["event"]]
    if dispatch.state == state:
        return "same"
    dispatch.settle(state, "" if state == "confirmed" else values["reason"] or SILENT)
    return "applied"


def steered_by(task, by):
    """The account that speaks for the province now is the task's assigner, whichever it was before."""
    if task.assigner != by:
        task.assigner = by
        share_out(task)
        task.reindexObjectSecurity()


def _number_faults(values):
    number = values.get("number")
    if number and not NUMBER.fullmatch(number):
        text = _(
            "violation_tasklink_number",
            default="Số nhiệm vụ chỉ gồm chữ, chữ số và các dấu . / - _, tối đa 64 ký tự.",
        )
        yield Violation("number", "number_wrong", text)


def _event_faults(values):
    event = values.get("event")
    if event and event not in (*EVENTS, *RECEIPTS):
        text = _(
            "violation_tasklink_event",
            default="Sự kiện phải là một trong: ${names}.",
            mapping={"names": ", ".join((*EVENTS, *RECEIPTS))},
        )
        yield Violation("event", "event_unknown", text)
    if event == "extension_granted" and values.get("until") is None:
        text = _("violation_tasklink_until", default="Đồng ý gia hạn thì phải có ngày hạn mới.")
        yield Violation("until", "required", text)
    if event in RECEIPTS and not values.get("report"):
        text = _("violation_tasklink_report", default="Phải nêu mã báo cáo.")
        yield Violation("report", "required", text)
    if event == "chased" and values.get("level") and values["level"] not in CHASE_LEVELS:
        text = _(
            "violation_tasklink_level",
            default="Mức độ phải là một trong: ${names}.",
            mapping={"names": ", ".join(CHASE_LEVELS)},
        )
        yield Violation("level", "level_unknown", text)


def _overtaken(task, field, verdict):
    if verdict == OVERTAKEN:
        code, text = (
            "overtaken",
            _(
                "violation_tasklink_overtaken",
                default="Nhiệm vụ đã thay đổi sau bản mà tỉnh căn cứ; hiện đang ở trạng thái “${state}”.",
                mapping={"state": title_of_state(task)},
            ),
        )
    else:
        code, text = (
            "wrong_state",
            _(
                "violation_tasklink_state",
                default="Không thực hiện được khi nhiệm vụ đang ở trạng thái “${state}”.",
                mapping={"state": title_of_state(task)},
            ),
        )
    return Violation(field, code, text)


def _agency(name):
    """AgencyInfo by electronic identifier, or by its id in this site; None for none."""
    directory = getUtility(IDirectory)
    return directory.agency_by_identifier(name) or directory.agency(name)


def _is_web(url):
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return not url or (parts.scheme in ("http", "https") and bool(parts.hostname))
