"""What the clerk has to know of the letter that a document came with, before it is registered."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.mailbox.interfaces import IOriginalLetter


#: Letters show this much of their words here; the rest stands on their own page.
SHOWN = 400


class LetterPane(Pane):
    """Who wrote, what was not taken from the letter, and its words where no file says more. Gone when the document is
    registered and nothing was left out.
    """

    template = ViewPageTemplateFile("templates/letterpane.pt")

    @cached_property
    def letter(self):
        """IOriginalLetter, or None."""
        return IOriginalLetter(self.record, None)

    def available(self):
        letter = self.letter
        return letter is not None and bool(letter.findings or state_of(self.record) == "waiting")

    @property
    def sent(self):
        return show_moment(self.letter.sent)

    @property
    def words(self):
        """str: the beginning of the letter where the document has no file, else ""."""
        if IFileStore(self.record).files():
            return ""
        text = " ".join((self.letter.text or "").split())
        return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"

    @property
    def address(self):
        return f"{self.record.absolute_url()}/@@original-letter"
