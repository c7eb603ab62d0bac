"""The newest lines of the journal beside the document; all of them are on ``@@journal``."""

from AccessControl import getSecurityManager
from functools import cached_property
from itertools import islice
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import remark
from qlvb.content.journal.wording import sentence
from qlvb.policy.document.browser.pane import Pane


SHOWN = 12


class JournalPane(Pane):
    """Who did what and when."""

    template = ViewPageTemplateFile("templates/journal.pt")

    def available(self):
        return bool(getSecurityManager().checkPermission("qlvb: View journal", self.record)) and bool(self.entries)

    @cached_property
    def entries(self):
        return list(islice(IJournal(self.record).entries(newest_first=True), SHOWN + 1))

    @property
    def more(self):
        """bool: there are older lines."""
        return len(self.entries) > SHOWN

    def rows(self):
        """list of dict, newest first."""
        return [
            {
                "when": show_moment(entry.when),
                "iso": entry.when.isoformat(),
                "actor": self.word(actor_name(entry)),
                "what": self.word(sentence(entry)),
                "remark": remark(entry),
                "act": entry.event.startswith("act."),
            }
            for entry in self.entries[:SHOWN]
        ]
