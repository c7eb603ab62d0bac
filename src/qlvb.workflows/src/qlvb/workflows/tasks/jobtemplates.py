"""Standard jobs of an agency (mẫu công việc): steps with deadlines in working days, started with one click."""

from dataclasses import dataclass
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.tasks.executors import executor_of
from qlvb.content.tasks.executors import title_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.tasks.interfaces import IJobTemplates
from qlvb.workflows.tasks.interfaces import ITaskFactory
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.tasks.templates"
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
    """A standard job."""

    id: str
    title: str
    steps: tuple


@implementer(IJobTemplates)
@adapter(IAgency)
class JobTemplates:
    """See IJobTemplates."""

    def __init__(self, agency):
        self.agency = agency

    def all(self):
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        return sorted((_read(template_id, data) for template_id, data in kept.items()), key=lambda one: one.title)

    def get(self, template_id):
        data = IAnnotations(self.agency).get(ANNOTATION, {}).get(template_id)
        return _read(template_id, data) if data is not None else None

    def put(self, title, steps, template_id=""):
        title, steps = nfc_tree(title), nfc_tree(list(steps))
        violations = check_template(title, steps, self.agency.getId())
        if violations:
            raise Refused(violations)
        annotations = IAnnotations(self.agency)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = PersistentMapping()
        template_id = template_id or uuid4().hex[:12]
        rows = [{name: step.get(name) or "" for name in KEYS} for step in steps]
        annotations[ANNOTATION][template_id] = {"title": title.strip(), "steps": rows}
        return self.get(template_id)

    def remove(self, template_id):
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        if template_id not in kept:
            raise _unknown()
        del kept[template_id]

    def start(self, template_id, by, subject=""):
        template = self.get(template_id)
        if template is None:
            raise _unknown()
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
        for step in template.steps:
            fields = {
                "subject": step.subject,
                "product": step.product,
                "leads": [step.executor],
                "deadline": calendar.add(today, step.working_days),
                "parent": top.UID(),
                "template": template.id,
            }
            factory.create(agency_id, fields, by)
        return top


def _read(template_id, data):
    return JobTemplate(template_id, data["title"], tuple(Step(**step) for step in data["steps"]))


def _unknown():
    message = _("violation_template_unknown", default="Không có mẫu công việc này.")
    return Refused(Violation("template", "template_unknown", message), 404)


def check_template(title, steps, agency_id):
    """Violations of a template: list; fields of steps are named ``steps[0].subject``."""
    found = []
    if not isinstance(title, str) or not title.strip():
        message = _("violation_template_title", default="Chưa nhập tên mẫu công việc.")
        found.append(Violation("title", "field_missing", message))
    if not 0 < len(steps) <= MOST_STEPS:
        message = _("violation_template_steps", default="Mẫu công việc có từ 1 đến 50 bước.")
        found.append(Violation("steps", "steps_count", message))
    for number, step in enumerate(steps):
        found += _check_step(f"steps[{number}]", step, agency_id)
    return found


def _check_step(place, step, agency_id):
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
    if executor_of(token, agency_id) is None:
        message = _(
            "violation_task_executor_unknown",
            default="“${name}” không còn trong hệ thống (đã giải thể hoặc đã nghỉ, chuyển công tác).",
            mapping={"name": title_of(token)[:100]},
        )
        found.append(Violation(f"{place}.executor", "executor_unknown", message))
    return found
