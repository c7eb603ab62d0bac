"""Standard jobs (mẫu công việc) of an agency and of its units: steps with deadlines in working days, started with one
click. Those of a unit stay inside it: its head writes them, its people start them.
"""

from dataclasses import dataclass
from persistent.mapping import PersistentMapping
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import executor_of
from qlvb.content.tasks.executors import title_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.tasks.interfaces import IJobTemplates
from qlvb.workflows.tasks.interfaces import ITaskFactory
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.tasks.templates"
MANAGE = "qlvb: Manage steering"
MOST_STEPS = 50
LONGEST_DAYS = 365
KEYS = ("subject", "executor", "working_days", "product")


@dataclass(frozen=True)
class Step:
    """One step: ``working_days`` from the start of the job to its deadline."""

    subject: str
    executor: str
    working_days: int
    product: str = ""


@dataclass(frozen=True)
class JobTemplate:
    """A standard job; ``unit`` is the id of the department to which it belongs, "" for the whole agency."""

    id: str
    title: str
    steps: tuple
    unit: str = ""


@implementer(IJobTemplates)
@adapter(IAgency)
class JobTemplates:
    """See IJobTemplates."""

    def __init__(self, agency):
        self.agency = agency

    def all(self):
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        found = (_read(template_id, data) for template_id, data in kept.items())
        return sorted(found, key=lambda one: (one.unit, one.title))

    def of(self, userid):
        own = {"", *self.writable(userid)} | self._units(userid)
        return [one for one in self.all() if one.unit in own]

    def writable(self, userid):
        departments = [unit.id for unit in getUtility(IDirectory).departments(self.agency.getId())]
        if api.user.has_permission(MANAGE, username=userid, obj=self.agency):
            return ["", *departments]
        return [unit for unit in departments if unit in self._units(userid, "unit_leader")]

    def get(self, template_id):
        data = IAnnotations(self.agency).get(ANNOTATION, {}).get(template_id)
        return _read(template_id, data) if data is not None else None

    def put(self, title, steps, template_id="", unit="", by=None):
        before = self.get(template_id)
        for place in {unit, before.unit if before is not None else unit}:
            self._may_write(by, place)
        title, steps = nfc_tree(title), nfc_tree(list(steps))
        violations = check_template(title, steps, self.agency.getId(), unit)
        if violations:
            raise Refused(violations)
        kept = kept_under(self.agency, ANNOTATION, PersistentMapping)
        template_id = template_id or uuid4().hex[:12]
        rows = [{name: step.get(name) or "" for name in KEYS} for step in steps]
        kept[template_id] = {"title": title.strip(), "steps": rows, "unit": unit}
        return self.get(template_id)

    def remove(self, template_id, by=None):
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        if template_id not in kept:
            raise _unknown()
        self._may_write(by, kept[template_id].get("unit", ""))
        del kept[template_id]

    def hand_on(self, units, heir):
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        own = [template_id for template_id, data in kept.items() if data.get("unit", "") in units]
        for template_id in own:
            kept[template_id] = {**kept[template_id], "unit": heir}
        return len(own)

    def _units(self, userid, function=None):
        """Ids of the departments in which the person has a post, or one with that function: set."""
        posts = getUtility(IDirectory).person(userid).posts
        own = [post for post in posts if post.agency == self.agency.getId() and post.department]
        return {post.department for post in own if function is None or function in post.functions}

    def _may_write(self, by, unit):
        if by is not None and unit not in self.writable(by):
            message = _("template_forbidden", default="Anh/chị không được sửa mẫu công việc này.")
            raise Refused(Violation("unit", "forbidden", message), 403)

    def start(self, template_id, by, subject=""):
        template = next((one for one in self.of(by) if one.id == template_id), None)
        if template is None:
            raise _unknown()
        origin = {} if template.unit else None  # its head has judged who does what
        factory, agency_id = getUtility(ITaskFactory), self.agency.getId()
        today, calendar = clock.today(), getUtility(IWorkingCalendar)
        last = max(step.working_days for step in template.steps)
        top = factory.create(
            agency_id,
            {
                "subject": subject.strip() or template.title,
                "leads": [f"user:{by}"],
                "deadline": calendar.add(today, last),
                "template": template.id,
            },
            by,
        )
        carry_out(top, IActs(top).get("accept_task"), {})  # whoever starts a job need not take it on, too
        for step in template.steps:
            fields = {
                "subject": step.subject,
                "product": step.product,
                "leads": [step.executor],
                "deadline": calendar.add(today, step.working_days),
                "parent": top.UID(),
                "template": template.id,
            }
            factory.create(agency_id, fields, by, origin=origin)
        return top


def _read(template_id, data):
    steps = tuple(Step(**step) for step in data["steps"])
    return JobTemplate(template_id, data["title"], steps, data.get("unit", ""))


def _unknown():
    message = _("violation_template_unknown", default="Không có mẫu công việc này.")
    return Refused(Violation("template", "template_unknown", message), 404)


def check_template(title, steps, agency_id, unit=""):
    """Violations of a template of an agency or its ``unit``: list; fields of steps are named ``steps[0].subject``."""
    found = []
    if not isinstance(title, str) or not title.strip():
        message = _("violation_template_title", default="Chưa nhập tên mẫu công việc.")
        found.append(Violation("title", "field_missing", message))
    if not 0 < len(steps) <= MOST_STEPS:
        message = _("violation_template_steps", default="Mẫu công việc có từ 1 đến 50 bước.")
        found.append(Violation("steps", "steps_count", message))
    for number, step in enumerate(steps):
        found += _check_step(f"steps[{number}]", step, agency_id, unit)
    return found


def _check_step(place, step, agency_id, unit):
    if not isinstance(step, dict) or set(step) - set(KEYS):
        message = _("violation_template_step", default="Mỗi bước gồm việc, nơi thực hiện, số ngày và sản phẩm.")
        return [Violation(place, "step_wrong", message)]
    found = []
    if not str(step.get("subject") or "").strip():
        message = _("violation_task_subject", default="Chưa nhập nội dung nhiệm vụ.")
        found.append(Violation(f"{place}.subject", "field_missing", message))
    days = step.get("working_days")
    if not isinstance(days, int) or not 0 < days <= LONGEST_DAYS:
        message = _("violation_template_days", default="Số ngày làm việc phải từ 1 đến 365.")
        found.append(Violation(f"{place}.working_days", "days_wrong", message))
    token = str(step.get("executor") or "")
    executor = executor_of(token, agency_id)
    if not token:
        message = _("violation_template_executor", default="Chưa chọn đơn vị hoặc người thực hiện.")
        found.append(Violation(f"{place}.executor", "field_missing", message))
    elif executor is None:
        message = _(
            "violation_task_executor_unknown",
            default="“${name}” không còn trong hệ thống (đã giải thể hoặc đã nghỉ, chuyển công tác).",
            mapping={"name": title_of(token)[:100]},
        )
        found.append(Violation(f"{place}.executor", "executor_unknown", message))
    elif unit and (executor.agency, executor.unit) != (agency_id, unit):
        message = _(
            "violation_template_outside",
            default="“${name}” không thuộc đơn vị của mẫu; mẫu của đơn vị chỉ giao việc trong đơn vị.",
            mapping={"name": title_of(token)[:100]},
        )
        found.append(Violation(f"{place}.executor", "executor_outside", message))
    return found
