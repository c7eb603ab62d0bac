"""A case: what it says, what it binds and has bound, what can be done with it."""

from Products.Five.browser import BrowserView
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.browser.links import act_links
from qlvb.workflows.holds.browser.section import row_of
from zope.component import getUtility


class HoldView(BrowserView):
    """The page of a hold."""

    shell_section = "archive"

    def __call__(self):
        self.row = row_of(self.context)
        self.acts = act_links(self.context, self.request)
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
                    "added": held.added.strftime("%H:%M %d/%m/%Y"),
                    "by": directory.person(held.added_by).fullname,
                    "removed": held.removed.strftime("%H:%M %d/%m/%Y") if held.removed else "",
                    "reason": held.reason,
                }
            )
        return found
