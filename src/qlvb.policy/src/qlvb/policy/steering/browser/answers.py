"""``@@answers``: the reports back of all units on one page; ``?format=xlsx`` or ``docx`` as a file."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.files.serving import send
from qlvb.content.index.interfaces import IBox
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.crumbs import SECTIONS
from qlvb.policy.document.browser.records import record_by_uid
from qlvb.policy.steering.answers import WRITERS
from qlvb.policy.steering.answers import answers_file
from qlvb.policy.steering.browser.assets import SteeringAssets
from qlvb.policy.steering.browser.parts import PartsPane
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.tasks.execution import CHASE_LEVELS
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.vocabularies import chase_levels
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


class Answers(SteeringAssets, BrowserView):
    """The table, and chasing of several units at once."""

    template = ViewPageTemplateFile("templates/answers.pt")
    shell_section = "tasks"
    shell_wide = True

    def __call__(self):
        kind = self.request.form.get("format")
        if kind in WRITERS:
            language = getMultiAdapter((self.context, self.request), name="qlvb-shell").language
            data, name, mimetype = answers_file(self.context, kind, language)
            return send(self.request, data, name, mimetype)
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.chase()
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@answers")
        return self.template()

    @property
    def crumbs(self):
        """The way here: the menu, the list of instructions, the task."""
        base = f"{api.portal.get().absolute_url()}/@@worklist?box="
        return [
            {"title": SECTIONS["tasks"], "url": f"{base}tasks.all"},
            {"title": getUtility(IBox, name="tasks.instructions").title, "url": f"{base}tasks.instructions"},
            {"title": self.context.Title(), "url": self.context.absolute_url()},
        ]

    @cached_property
    def pane(self):
        return PartsPane(self.context, self.request)

    @cached_property
    def rows(self):
        """Rows of the pane with what a person can do with each: list of dict."""
        children = children_of(self.context)
        rows = self.pane.rows
        for row, child in zip(rows, children, strict=True):
            row["uid"] = child.UID()
            row["chasable"] = any(act.id == "chase_task" and not faults for act, faults in IActs(child).possible())
        return rows

    @property
    def may_chase(self):
        return any(row["chasable"] for row in self.rows)

    @property
    def levels(self):
        return [{"value": term.value, "title": term.title} for term in chase_levels()]

    def chase(self):
        """Chase the units that were ticked, one after the other; says which could not be."""
        uids = self.request.form.get("units", [])
        uids = uids if isinstance(uids, list) else [uids]
        level = self.request.form.get("level", CHASE_LEVELS[0])
        data = {"level": level, "text": self.request.form.get("text", "")}
        known = {child.UID() for child in children_of(self.context)}
        done, refused = 0, []
        for uid in dict.fromkeys(uids):
            child = record_by_uid(uid) if uid in known else None
            if child is None:
                continue
            point = savepoint()
            try:
                IActs(child).perform("chase_task", data)
                done += 1
            except Refused as why:
                point.rollback()
                words = " ".join(translate(one.message, context=self.request) for one in why.violations)
                refused.append(f"{child.subject}: {words}")
        if done:
            told = _("answers_chased", default="Đã đôn đốc ${count} đơn vị.", mapping={"count": str(done)})
            api.portal.show_message(told, self.request)
        for words in refused:
            api.portal.show_message(words, self.request, type="error")
        if not done and not refused:
            api.portal.show_message(
                _("answers_none_chosen", default="Chưa chọn đơn vị nào."), self.request, type="warning"
            )
