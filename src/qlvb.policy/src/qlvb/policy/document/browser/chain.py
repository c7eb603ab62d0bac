"""Chuỗi văn bản: received, submitted, answered, answered back, from whichever of them one looks."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_date
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.chain.walk import KINDS
from qlvb.workflows.chain.walk import chain_of


class ChainPane(Pane):
    """The steps in order, this one marked."""

    template = ViewPageTemplateFile("templates/chain.pt")

    @cached_property
    def found(self):
        return chain_of(self.record)

    @property
    def hidden(self):
        """int: neighbours that the reader may not view."""
        return self.found[1]

    @cached_property
    def rows(self):
        """list of dict."""
        return [
            {
                "kind": KINDS[step.kind],
                "reference": getattr(step.record, "reference", ""),
                "title": step.record.Title(),
                "url": step.record.absolute_url(),
                "date": show_date(step.day),
                "state": title_of_state(step.record),
                "depth": step.depth,
                "current": step.current,
            }
            for step in self.found[0]
        ]

    def available(self):
        return len(self.rows) > 1
