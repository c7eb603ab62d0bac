"""Đánh dấu sao, ghi chú riêng: what the reader keeps about the record for himself."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from qlvb.policy.document.browser.pane import Pane
from zope.component import getUtility


class MarkPane(Pane):
    """The star, the note, following the record; nobody else sees them."""

    template = ViewPageTemplateFile("templates/mark.pt")

    @cached_property
    def mark(self):
        return getUtility(IMarks).of(api.user.get_current().getId(), self.record.UID())

    def follow(self):
        """str: markup of the button that begins or ends following the record."""
        return self.record.restrictedTraverse("@@follow-button")()


class ChangeMark(BrowserView):
    """``@@mark`` of a record: what the pane sends."""

    def __call__(self):
        CheckAuthenticator(self.request)
        form = self.request.form
        changes = {}
        if "starred" in form:
            changes["starred"] = form["starred"] == "1"
        if isinstance(form.get("note"), str):
            changes["note"] = form["note"]
        try:
            getUtility(IMarks).change(api.user.get_current().getId(), self.context.UID(), **changes)
        except Refused as refused:
            message = refused_response(self.request, refused)["error"]["message"]
            api.portal.show_message(message, self.request, type="error")
            self.request.response.setStatus(200)
        return self.request.response.redirect(f"{self.context.absolute_url()}#doc-mark")
