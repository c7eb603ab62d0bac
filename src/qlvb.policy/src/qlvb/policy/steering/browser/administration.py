"""``@@task-settings`` and ``@@job-templates`` of an agency."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.sentonce import SentOnce
from qlvb.content.tasks.executors import title_of
from qlvb.content.violations import Refused
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.workflows.tasks.interfaces import IJobTemplates
from qlvb.workflows.tasks.interfaces import ITaskSettings
from qlvb.workflows.tasks.vocabularies import candidates
from qlvb.workflows.tasks.vocabularies import term_of
import transaction
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema import interfaces as kinds


#: Empty rows after the steps of a template that is being written.
SPARE = 5


class AgencyForm(SteeringAssets, BrowserView):
    """Base: refusals are shown at the fields and on top."""

    violations = ()

    def refuse(self, refused):
        transaction.doom()
        self.request.response.setStatus(refused.status)
        self.violations = list(refused.violations)
        return self.template()

    def words(self, violation):
        return translate(violation.message, context=self.request)

    @property
    def messages(self):
        return [self.words(violation) for violation in self.violations]

    def faults(self, field):
        """list of str: what is wrong with one field."""
        return [self.words(violation) for violation in self.violations if violation.field == field]

    def back(self, message):
        api.portal.show_message(message, self.request)
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@{self.__name__}")


class TaskSettingsForm(AgencyForm):
    """Limits of extensions and the ladder of chasing."""

    template = ViewPageTemplateFile("templates/settings.pt")
    shell_section = "administration"

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            ITaskSettings(self.context).change(self.raw)
        except Refused as refused:
            return self.refuse(refused)
        return self.back(_("doc_changes_saved", default="Đã lưu thay đổi."))

    @cached_property
    def raw(self):
        """dict: what was sent; days are written with commas between them."""
        form, found = self.request.form, {}
        for name, field in getFieldsInOrder(ITaskSettings):
            value = str(form.get(name, "")).strip()
            if kinds.ICollection.providedBy(field):
                found[name] = [int(one) if one.isdecimal() else one for one in value.replace(",", " ").split()]
            else:
                found[name] = name in form if kinds.IBool.providedBy(field) else value
        return found

    @property
    def fields(self):
        """list of dict: label, help, kind, value."""
        values = self.raw if self.request.method == "POST" else ITaskSettings(self.context).values()
        return [
            {
                "name": name,
                "label": field.title,
                "help": field.description,
                "kind": "checkbox" if kinds.IBool.providedBy(field) else "line",
                "value": _shown(values[name]),
                "checked": values[name] is True,
                "faults": self.faults(name),
            }
            for name, field in getFieldsInOrder(ITaskSettings)
        ]


def _shown(value):
    return ", ".join(str(one) for one in value) if isinstance(value, (list, tuple)) else str(value)


class JobTemplatesPage(SentOnce, AgencyForm):
    """The standard jobs: started with one click by everybody, written by those who manage them."""

    template = ViewPageTemplateFile("templates/jobtemplates.pt")
    shell_section = "tasks"

    def __call__(self):
        form = self.request.form
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        templates = IJobTemplates(self.context)
        try:
            if "start" in form:
                task = self.made_before()
                if task is None:
                    task = templates.start(str(form["start"]), self.me)
                    self.remember(task)
                api.portal.show_message(_("template_started", default="Đã bắt đầu công việc theo mẫu."), self.request)
                return self.request.response.redirect(task.absolute_url())
            if "remove" in form:
                templates.remove(str(form["remove"]), self.me)
                return self.back(_("template_removed", default="Đã bỏ mẫu công việc."))
            template, unit = str(form.get("template", "")), str(form.get("unit", ""))
            templates.put(str(form.get("title", "")), self.sent_steps, template, unit, self.me)
        except Refused as refused:
            return self.refuse(refused)
        return self.back(_("template_saved", default="Đã lưu mẫu công việc."))

    @property
    def me(self):
        return api.user.get_current().getId()

    @cached_property
    def writable(self):
        """Ids of the units for which the person may write, "" for the agency: list."""
        return IJobTemplates(self.context).writable(self.me)

    def unit_title(self, unit):
        """Name of a department, or of the agency for ""."""
        place = f"{self.context.getId()}.{unit}" if unit else self.context.getId()
        return title_of(place)

    @property
    def templates(self):
        """list of dict."""
        return [
            {
                "id": one.id,
                "title": one.title,
                "unit": self.unit_title(one.unit),
                "may_write": one.unit in self.writable,
                "steps": [
                    {
                        "subject": step.subject,
                        "executor": title_of(step.executor),
                        "days": step.working_days,
                        "product": step.product,
                    }
                    for step in one.steps
                ],
            }
            for one in IJobTemplates(self.context).of(self.me)
        ]

    @cached_property
    def options(self):
        """Whoever a step can be given to; those in the unit for who writes for units alone."""
        agency_id = self.context.getId()
        inside = [one for one in candidates(agency_id) if one.agency == agency_id]
        if "" not in self.writable:
            inside = [one for one in inside if one.unit in self.writable]
        return [{"value": term.value, "title": term.title} for term in map(term_of, inside)]

    @cached_property
    def edited(self):
        """The template that is being written: dict ``id``, ``title``, ``unit``, ``steps``, empty for a new one."""
        form = self.request.form
        if self.request.method == "POST" and "title" in form:
            unit = form.get("unit", "")
            return {"id": form.get("template", ""), "title": form["title"], "unit": unit, "steps": self.all_rows}
        found = IJobTemplates(self.context).get(str(form.get("edit", "")))
        steps = [vars(step) for step in found.steps] if found is not None else []
        spare = [{"subject": "", "executor": "", "working_days": "", "product": ""}] * SPARE
        return {
            "id": found.id if found is not None else "",
            "title": found.title if found is not None else "",
            "unit": found.unit if found is not None else self.writable[0],
            "steps": [*steps, *spare],
        }

    @cached_property
    def all_rows(self):
        """The rows of the form as they were sent: list of dict."""
        names = ("subject", "executor", "working_days", "product")
        columns = [self.request.form.get(name, []) for name in names]
        columns = [column if isinstance(column, list) else [column] for column in columns]
        return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=False)]

    @cached_property
    def sent_steps(self):
        """The rows that have a job: list of dict with a whole number of days where one was given."""
        rows = [row for row in self.all_rows if str(row["subject"]).strip()]
        return [{**row, "working_days": _number(row["working_days"])} for row in rows]


def _number(value):
    return int(value) if str(value).isdecimal() and len(str(value)) < 6 else value
