"""NHIỆM VỤ TỪ VĂN BẢN: the tasks that were given from a document, beside it, and the way to give more."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.steering.browser.parts import PartsPane
from qlvb.workflows.acts.interfaces import IActs


SHOWN = 5


class SourcePane(PartsPane):
    """The first few; all of them are on ``@@given-tasks``."""

    template = ViewPageTemplateFile("templates/sourcepane.pt")

    def available(self):
        return bool(self.seen) or self.may_give

    @cached_property
    def seen(self):
        """Rows of the tasks that the reader may see."""
        return [row for row in self.rows if row["url"]]

    @property
    def first(self):
        return self.seen[:SHOWN]

    @property
    def more(self):
        return len(self.seen) > SHOWN

    @cached_property
    def may_give(self):
        """bool: the reader may give tasks from this document now."""
        act = IActs(self.record).get("give_task")
        return act.relevant() and not act.check()
