"""A case: what it says, what it binds and has bound, what can be done with it."""

from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.holds.browser.section import row_of
from zope.component import getUtility


class HoldView(ActionBar, BrowserView):
    """The page of a hold."""

    shell_section = "archive"

    def __call__(self):
        self.row = row_of(self.context)
        return self.index()

    def records(self):
        """By order of adding: list of dict. A record that the reader may not see is counted, not named."""
        directory = getUtility(IDirectory)
        found = []
        for held in IHoldContents(self.context).all():
            record = visible_record(held.uid)
            found.append(
                {
                    "url": record.absolute_url() if record is not None else "",
                    "title": held.title if record is not None else "",
                    "name": getattr(record, "code", "") or getattr(record, "reference", "") or "",
                    "added": show_moment(held.added),
                    "by": directory.person(held.added_by).fullname,
                    "removed": show_moment(held.removed),
                    "reason": held.reason,
                }
            )
        return found
