"""What panes of linked records share: what was said to the other system, and what became of it."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.pane import Pane


class LinkedPane(Pane):
    """A subclass names its ``line`` (of qlvb.workflows.links) and says what its messages are called."""

    messages = ViewPageTemplateFile("templates/linkmessages.pt")
    line = None
    #: Event -> words; state of a message -> (words, tone).
    events = {}
    outcomes = {}
    #: Messages that are shown, the newest first.
    shown = 8

    @cached_property
    def dispatches(self):
        return self.line.dispatches(self.record)

    @property
    def off(self):
        """bool: nothing is sent now."""
        return not self.line.link_of(self.record).enabled

    @cached_property
    def job(self):
        """dict attempts, next_try, error of the sending that goes on, or None."""
        job = self.line.sending_job(self.record)
        if job is None or not job.error:
            return None
        return {"attempts": job.attempts, "next_try": show_moment(job.next_try), "error": job.error}

    @property
    def rows(self):
        """list of dict: the newest messages."""
        return [
            {
                "event": self.events[one.event],
                "when": show_moment(one.when),
                "state": self.outcomes[one.state][0],
                "tone": self.outcomes[one.state][1],
                "error": one.error,
            }
            for one in reversed(self.dispatches.reports[-self.shown :])
        ]
