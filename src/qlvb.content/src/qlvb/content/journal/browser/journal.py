"""The journal of a record as a page."""

from plone.base.batch import Batch
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import remark
from qlvb.content.journal.wording import sentence
from zope.i18n import translate


PAGE_SIZE = 50
#: Event of a look at a file (``files/viewing.py``): once per person, version and hour.
VIEWED = "file_viewed"


class JournalView(BrowserView):
    """``@@journal``: who did what and when, newest first, and whether the chain holds."""

    def update(self):
        self.journal = IJournal(self.context)
        self.first_bad = self.journal.verify()
        start = self.request.form.get("b_start", "0")
        self.batch = Batch(
            list(self.journal.entries(newest_first=True)),
            size=PAGE_SIZE,
            start=int(start) if str(start).isdigit() else 0,
        )

    def __call__(self):
        self.update()
        return self.index()

    @property
    def views(self):
        """int: how often a file of the record was looked at (NĐ 30/2020 Phụ lục VI, 6a)."""
        return self.journal.count(VIEWED)

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
