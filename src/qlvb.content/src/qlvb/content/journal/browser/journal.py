"""The journal of a record as a page."""

from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import remark
from qlvb.content.journal.wording import sentence
from qlvb.content.paging import PagedRows
from zope.i18n import translate


#: Events of accesses (``files/viewing.py``): once per person, version and hour.
ACCESSES = ("file_viewed", "opened")


class JournalView(PagedRows, BrowserView):
    """``@@journal``: who did what and when, newest first, and whether the chain holds."""

    def __call__(self):
        self.journal = IJournal(self.context)
        self.first_bad = self.journal.verify()
        return self.index()

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@journal"

    def listed(self):
        """See PagedRows."""
        return list(self.journal.entries(newest_first=True))

    @property
    def views(self):
        """int: how often a file of the record was looked at, or the record opened (NĐ 30/2020 Phụ lục VI, 6a)."""
        return sum(map(self.journal.count, ACCESSES))

    def rows(self):
        """list of dict: what a line of the table shows."""
        return [
            {
                "seq": entry.seq,
                "when": show_moment(entry.when, seconds=True),
                "iso": entry.stamp,
                "actor": translate(actor_name(entry), context=self.request),
                "sentence": translate(sentence(entry), context=self.request),
                "remark": remark(entry),
                "hash": entry.hash,
            }
            for entry in self.batch
        ]
