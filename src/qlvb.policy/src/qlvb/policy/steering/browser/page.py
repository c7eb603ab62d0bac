"""The screen of a task: where it stands, what can be done, its parts, its reports."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.index.interfaces import IBox
from qlvb.policy.document.browser.crumbs import SECTIONS
from qlvb.policy.document.browser.filelist import FileList
from qlvb.policy.document.browser.heading import Heading
from qlvb.policy.document.browser.journalpane import JournalPane
from qlvb.policy.document.browser.mark import MarkPane
from qlvb.policy.document.browser.panes import Panes
from qlvb.policy.document.browser.readers import ReadersPane
from qlvb.policy.document.browser.standing import StandingPane
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.policy.steering.browser.linkpane import LinkPane
from qlvb.policy.steering.browser.panes import DifficultiesPane
from qlvb.policy.steering.browser.panes import ExtensionsPane
from qlvb.policy.steering.browser.panes import ReportsPane
from qlvb.policy.steering.browser.parts import PartsPane
from qlvb.policy.steering.browser.taskfacts import TaskFactsPane
from qlvb.workflows.tasks.seeing import seen
from zope.component import getUtility


class TaskHeading(Heading):
    """Subject, executing unit, assigner and day of a task."""

    gone = False
    successor = None

    @cached_property
    def facts(self):
        task = self.record
        mapping = {"name": self.name_of(task.assigner), "date": show_date(task.assigned_on)}
        return [self.word(_("steering_given", default="${name} giao ngày ${date}", mapping=mapping))]


class TaskPage(SteeringAssets, Panes, BrowserView):
    """``view`` of a task."""

    template = ViewPageTemplateFile("templates/task.pt")
    shell_section = "tasks"
    shell_wide = True
    main = (PartsPane, ReportsPane, DifficultiesPane)
    side = (TaskFactsPane, LinkPane, ExtensionsPane, FileList, MarkPane, ReadersPane, JournalPane)

    def __call__(self):
        seen(self.context, api.user.get_current().getId())
        return self.template()

    @cached_property
    def heading(self):
        return self.pane(TaskHeading)

    @cached_property
    def standing(self):
        return self.pane(StandingPane)

    @cached_property
    def main_panes(self):
        return self.rendered(self.main)

    @property
    def progress_label(self):
        mapping = {"percent": str(self.context.progress or 0)}
        return _("steering_progress_label", default="Tiến độ ${percent}%", mapping=mapping)

    @property
    def crumbs(self):
        """list of dict(title, url)."""
        return [
            {"title": SECTIONS["tasks"], "url": self.back_url},
            {"title": getUtility(IBox, name="tasks.all").title, "url": self.back_url},
        ]

    @property
    def back_url(self):
        return f"{api.portal.get().absolute_url()}/@@worklist?box=tasks.all"
