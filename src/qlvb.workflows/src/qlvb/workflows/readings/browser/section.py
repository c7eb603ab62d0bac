"""Khai thác sử dụng of an agency: one's own requests, and the ways on."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.boxes import BOOK
from qlvb.content.readings.boxes import LENT
from qlvb.content.readings.boxes import OVERDUE
from qlvb.content.readings.boxes import WAITING
from qlvb.workflows.readings.browser.rows import row_of
from qlvb.workflows.stores.acts import PERMISSION
from zope.component import getUtility


SHOWN = 50


class ReadingsView(BrowserView):
    """For everybody of the agency."""

    shell_section = "archive"

    @property
    def keeps(self):
        """bool: the person is an archivist here."""
        return bool(getSecurityManager().checkPermission(PERMISSION, self.context))

    def rows(self):
        """The person's own requests, the newest first: list of dict."""
        agency = getUtility(IDirectory).agency_of(self.context)
        question = Question(box="readings.mine", filters={"agency": agency.id})
        return [row_of(row, self.request) for row in getUtility(IListing).page(question, 0, SHOWN).rows]

    def lists(self):
        """For archivists: list of dict title, box."""
        return [{"title": box.title, "box": box.id} for box in (WAITING, LENT, OVERDUE, BOOK)] if self.keeps else []
