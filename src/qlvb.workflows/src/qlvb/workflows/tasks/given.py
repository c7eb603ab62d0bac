"""What an assignment of tasks must be like."""

from dataclasses import dataclass
from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.field_rules import check_fields
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.documents.values import one_line
from qlvb.content.tasks.executors import executor_of
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.content.tasks.schema import ITaskSchema
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.inputs import IGiveFromInput
from qlvb.workflows.tasks.interfaces import OPEN_STATES
from qlvb.workflows.tasks.reach import refusal
from qlvb.workflows.tasks.reach import standing_of
from zope.component import getUtility


#: Fields that are taken over as they are given.
PLAIN = ("subject", "request", "product", "urgency", "secrecy", "quotation", "page", "kind", "template")
OTHERS = ("leads", "coordinators", "deadline", "working_days", "report_back", "parent")
EXECUTORS = ("leads", "coordinators")
MORE_FIELDS = ("secrecy", "parent")
MOST_LEADS = 200
REFUSALS = {
    "agency_not_below": _(
        "violation_task_agency_not_below",
        default="Không giao được cho ${name}: không phải cơ quan trực thuộc, cũng không phải nơi nhận để thực hiện.",
    ),
    "inside_other_agency": _(
        "violation_task_inside_other_agency",
        default="Không giao thẳng cho ${name} ở cơ quan khác; hãy giao cho cơ quan đó.",
    ),
    "not_superior": _(
        "violation_task_not_superior", default="Anh/chị không phụ trách ${name} nên không giao việc được."
    ),
}


@dataclass(frozen=True)
class Given:
    """The values of an assignment as they would be stored, ``leads`` as Executors, and what is wrong with them."""

    values: dict
    leads: tuple
    coordinators: tuple
    violations: tuple


def read_given(agency_id, fields, by, source=None, judged=True):
    """The Given of raw ``fields``; writes nothing. ``judged``: ``by`` has to stand above those who get the work."""
    fields = {name: value for name, value in nfc_tree(dict(fields)).items() if value is not None}
    violations = [_unknown(name) for name in fields if name not in (*PLAIN, *OTHERS)]
    values = {name: fields[name] for name in PLAIN if name in fields}
    values["subject"] = one_line(str(values.get("subject") or ""))
    values.setdefault("kind", "task")
    if source is not None:
        values.setdefault("urgency", getattr(source, "urgency", None) or "normal")
        # The sentence of a secret document is as secret as the document.
        if values.get("secrecy", "none") == "none":
            values["secrecy"] = getattr(source, "secrecy", None) or "none"
    if not values["subject"]:
        message = _("violation_task_subject", default="Chưa nhập nội dung nhiệm vụ.")
        violations.append(Violation("subject", "field_missing", message))
    violations += check_fields(ITaskSchema, values)
    parent = uuidToObject(fields["parent"], unrestricted=True) if fields.get("parent") else None
    violations += _check_parent(fields, parent)
    leads, faults = _executors("leads", fields.get("leads") or (), agency_id)
    violations += faults
    helpers, faults = _executors("coordinators", fields.get("coordinators") or (), agency_id)
    violations += [*faults, *_check_twice(leads, helpers)]
    carries = parent is not None and by in executing_people(parent)
    standing = standing_of(by, agency_id, addressed_by(source), carries)
    violations += [_refused(code, lead) for lead in leads if judged and (code := refusal(lead, standing))]
    values["deadline"] = deadline_of(fields)
    violations += check_deadline(fields, parent.deadline if parent is not None else None)
    values["report_back"] = bool(fields.get("report_back")) or len(leads) > 1
    if values["report_back"] and values["deadline"] is None and not violations:
        message = _("violation_task_deadline_needed", default="Chỉ đạo phải hồi báo thì phải có hạn.")
        violations.append(Violation("deadline", "deadline_needed", message))
    if parent is not None:
        values["parent"] = fields["parent"]
        values["secrecy"] = parent.secrecy if values.get("secrecy", "none") == "none" else values["secrecy"]
    if not fields.get("leads"):
        message = _("violation_task_no_lead", default="Chưa chọn đơn vị hoặc người chủ trì.")
        violations.append(Violation("leads", "lead_missing", message))
    return Given(values, tuple(leads), tuple(item.token for item in helpers), tuple(violations))


def addressed_by(source):
    """Path ids of the agencies to which a steering document was sent to be carried out: set."""
    if source is None or not IOutgoingDocument.providedBy(source):
        return set()
    return {row["agency"] for row in source.recipients if row.get("agency") and row["purpose"] == "for_execution"}


def deadline_of(fields):
    """The deadline an input asks for: the date given, else counted in working days from today, else None."""
    if fields.get("deadline"):
        return fields["deadline"]
    if fields.get("working_days"):
        return getUtility(IWorkingCalendar).add(clock.today(), fields["working_days"])
    return None


def check_deadline(fields, latest=None):
    """Violations of the deadline; ``latest`` is that of the task above (date or None): list."""
    if fields.get("deadline") and fields.get("working_days"):
        message = _("violation_deadline_twice", default="Chỉ nhập ngày hạn hoặc số ngày làm việc, không nhập cả hai.")
        return [Violation("working_days", "deadline_twice", message)]
    deadline = deadline_of(fields)
    if deadline is None:
        return []
    if deadline < clock.today():
        message = _("violation_task_deadline_past", default="Hạn hoàn thành đã qua.")
        return [Violation("deadline", "deadline_past", message)]
    if latest is not None and deadline > latest:
        message = _(
            "violation_task_deadline_beyond",
            default="Hạn không được sau hạn của nhiệm vụ cấp trên (${date}).",
            mapping={"date": latest.strftime("%d/%m/%Y")},
        )
        return [Violation("deadline", "deadline_beyond", message)]
    return []


def _check_parent(fields, parent):
    if not fields.get("parent"):
        return []
    if parent is None or not ITask.providedBy(parent):
        message = _("violation_task_parent_unknown", default="Không có nhiệm vụ cấp trên này.")
        return [Violation("parent", "parent_unknown", message)]
    if state_of(parent) not in OPEN_STATES:
        message = _("violation_task_parent_closed", default="Nhiệm vụ cấp trên đã kết thúc.")
        return [Violation("parent", "parent_closed", message)]
    return []


def _executors(field, tokens, agency_id):
    if len(tokens) > MOST_LEADS:
        message = _("violation_task_too_many", default="Chỉ giao được cho tối đa 200 nơi một lần.")
        return [], [Violation(field, "too_many", message)]
    found, faults = [], []
    for token in tokens:
        executor = executor_of(str(token), agency_id)
        if executor is not None:
            found.append(executor)
            continue
        message = _(
            "violation_task_executor_unknown",
            default="“${name}” không còn trong hệ thống (đã giải thể hoặc đã nghỉ, chuyển công tác).",
            mapping={"name": title_of(str(token))[:100]},
        )
        faults.append(Violation(field, "executor_unknown", message))
    return found, faults


def _check_twice(leads, helpers):
    tokens = [item.token for item in (*leads, *helpers)]
    for token in dict.fromkeys(token for token in tokens if tokens.count(token) > 1):
        message = _(
            "violation_task_twice",
            default="${name} được chọn hai lần; mỗi nơi chỉ giữ một vai trò.",
            mapping={"name": title_of(token)},
        )
        yield Violation("coordinators", "recipient_in_two_roles", message)


def _refused(code, executor):
    known = REFUSALS[code]
    message = _(str(known), default=known.default, mapping={"name": title_of(executor.token)})
    return Violation("leads", code, message)


def _unknown(name):
    message = _("violation_field_unknown", default="Không có trường “${field}”.", mapping={"field": name})
    return Violation(name, "field_unknown", message)


def read_json(raw, context):
    """The fields of a JSON body as :meth:`ITaskFactory.create` takes them. :raises Refused: 400 every fault found."""
    own = {name: raw[name] for name in raw if name in IGiveFromInput and name not in EXECUTORS}
    values, violations = convert(IGiveFromInput, own, context)
    # Whom it is given to is judged by the factory, which says of each name why not.
    violations = [one for one in violations if one.field not in EXECUTORS]
    more = {name: raw[name] for name in raw if name not in own}
    for name, value in more.items():
        tokens = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if not (tokens if name in EXECUTORS else name in MORE_FIELDS and isinstance(value, str)):
            violations.append(_unknown(name))
    if violations:
        raise Refused(violations)
    return {**{name: values[name] for name in own}, **more}
