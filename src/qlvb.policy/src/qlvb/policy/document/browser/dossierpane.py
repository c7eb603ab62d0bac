"""Hồ sơ: the dossiers in which the document is filed."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_date
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.retention.interfaces import IRetention
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import dossiers_of
from qlvb.policy.document.browser.records import may_view


class DossierPane(Pane):
    """Links to the dossiers that the reader may view, and how many others there are."""

    template = ViewPageTemplateFile("templates/dossiers.pt")

    @cached_property
    def all(self):
        return dossiers_of(self.record)

    @cached_property
    def rows(self):
        """list of dict: code, title, url, order."""
        uid = self.record.UID()
        found = []
        for dossier in self.all:
            if not may_view(dossier):
                continue
            order = next((item.order for item in IDossierContents(dossier).items() if item.uid == uid), None)
            found.append(
                {"code": dossier.code, "title": dossier.Title(), "url": dossier.absolute_url(), "order": order}
            )
        return found

    @cached_property
    def retention(self):
        """IRetention of the document: the longest of its own period and those of its dossiers."""
        return IRetention(self.record)

    @property
    def due_date(self):
        """The first day of its appraisal, or ""."""
        due = self.retention.due
        return show_date(due.date) if due is not None else ""

    @property
    def hidden(self):
        """int: dossiers that the reader may not view."""
        return len(self.all) - len(self.rows)
