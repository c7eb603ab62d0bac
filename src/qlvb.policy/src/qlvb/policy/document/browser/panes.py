"""What screens of one record share: acts on top, panes beside, each a view of its own."""

from functools import cached_property
from qlvb.policy.document.browser.actbar import ActBar


class Panes:
    """Mixed into the view of a record, which gives ``back_url``."""

    #: Panes of the right side, in order, below the heading.
    side = ()
    #: act id -> where on the screen it is done instead of on a page of its own.
    inline_acts = {}

    def pane(self, factory):
        """The pane of this record; it knows by which view it is shown."""
        pane = factory(self.context, self.request)
        pane.__name__ = self.__name__
        return pane

    def rendered(self, factories):
        """list of str: markup of the panes that have something to show."""
        return [markup for factory in factories if (markup := self.pane(factory).render())]

    @cached_property
    def acts(self):
        bar = self.pane(ActBar)
        bar.inline = self.inline_acts
        bar.back_url = self.back_url
        return bar

    @cached_property
    def side_panes(self):
        return self.rendered(self.side)

    @property
    def uid(self):
        return self.context.UID()
