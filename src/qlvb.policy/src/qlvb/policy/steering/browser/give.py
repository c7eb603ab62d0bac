"""``@@add-task`` of an agency: one dialog for who leads, who helps, deadline, product expected."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.documents.sentonce import SentOnce
from qlvb.content.index.interfaces import IBox
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.actfields import describe
from qlvb.policy.document.browser.crumbs import SECTIONS
from qlvb.policy.document.browser.formanswers import FormAnswers
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.tasks.inputs import IGiveInput
from qlvb.workflows.tasks.interfaces import ITaskFactory
import transaction
from zope.component import getUtility
from zope.schema import getFieldsInOrder


SIZES = {"subject": "full", "request": "full", "leads": "half", "coordinators": "half", "deadline": "full"}
#: What stands in a field to begin with, where the input itself leaves it open.
PROPOSED = {"urgency": "normal"}


class AddTask(SteeringAssets, SentOnce, FormAnswers, BrowserView):
    """The form, and its submission by a script or a person."""

    template = ViewPageTemplateFile("templates/give.pt")
    field_macros = ViewPageTemplateFile("../../document/browser/templates/field.pt")
    form_macros = ViewPageTemplateFile("../../document/browser/templates/form.pt")
    shell_section = "tasks"
    title = _("act_give_task", default="Giao nhiệm vụ")

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            values, violations = convert(IGiveInput, self.raw(), self.context)
            if violations:
                raise Refused(violations)
            task = self.made_before()
            if task is None:
                task = getUtility(ITaskFactory).create(self.context.getId(), values, self.me)
                self.remember(task)
        except Refused as refused:
            transaction.doom()
            return self.refuse(refused)
        api.portal.show_message(_("steering_given_now", default="Đã giao nhiệm vụ."), self.request)
        return self.send_on(task.absolute_url())

    def raw(self):
        """dict: what was sent, of the fields of the form; several values as a list."""
        form = self.request.form
        found = {name: form[name] for name in IGiveInput if name in form}
        for name in ("leads", "coordinators"):
            value = found.get(name, [])
            found[name] = [one for one in (value if isinstance(value, list) else [value]) if one]
        return found

    @property
    def me(self):
        return api.user.get_current().getId()

    @cached_property
    def fields(self):
        """list of Field, filled with what was sent."""
        sent = convert(IGiveInput, self.raw(), self.context)[0] if self.request.method == "POST" else {}
        found = []
        for name, field in getFieldsInOrder(IGiveInput):
            if name == "working_days":
                continue
            bound = field.bind(self.context)
            drawn = describe(bound, sent.get(name, PROPOSED.get(name, bound.default)), self.request)
            found.append(type(drawn)(**{**drawn.__dict__, "size": SIZES.get(name, "half")}))
        return found

    @property
    def crumbs(self):
        back = f"{api.portal.get().absolute_url()}/@@worklist?box=tasks.all"
        return [
            {"title": SECTIONS["tasks"], "url": back},
            {"title": getUtility(IBox, name="tasks.all").title, "url": back},
        ]
