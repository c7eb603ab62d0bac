"""The head of a record's screen."""

from functools import cached_property
from Products.Five.browser import BrowserView
from qlvb.workflows.acts.browser.links import act_links
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.standing.interfaces import IStanding


class RecordScreen(BrowserView):
    """Where the record stands and what can be done with it; forms of acts open on pages of their own."""

    @property
    def state(self):
        return title_of_state(self.context)

    @property
    def standing(self):
        """str: why it stands where it stands."""
        return IStanding(self.context).standing().sentence

    @cached_property
    def acts(self):
        """Buttons: list of ActLink."""
        return act_links(self.context, self.request)
