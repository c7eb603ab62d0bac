"""Buttons of a record's acts: links to their forms, impossible ones with their reason."""

from functools import cached_property
from qlvb.content import _
from qlvb.content.actionbar import BarLink
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.standing.asking import standing_of
from zope.i18n import translate


def act_links(record, request):
    """By order: list of BarLink."""
    return [
        BarLink(
            id=act.id,
            title=translate(act.title, context=request),
            url=f"{record.absolute_url()}/@@act/{act.id}",
            emphasis=act.emphasis,
            description=translate(act.description, context=request),
            why=" ".join(translate(violation.message, context=request) for violation in violations),
        )
        for act, violations in IActs(record).possible()
    ]


def possible_links(record, request):
    """Those that can be done now, for screens with little room: list of BarLink."""
    return [link for link in act_links(record, request) if link.possible]


class ActionBar:
    """Mixed into the view of a record: what the macro ``actionbar`` of the shell draws.

    ``acts`` are the buttons of the acts, ``further`` what else leads on from the record, in the order of the bar.
    """

    @cached_property
    def acts(self):
        """list of BarLink."""
        return act_links(self.context, self.request)

    def further(self):
        """list of BarLink: links behind the acts."""
        return []

    @cached_property
    def bar(self):
        return [*self.acts, *self.further()]

    @property
    def standing(self):
        """str: why it stands where it stands."""
        return standing_of(self.context).sentence

    @property
    def back(self):
        """BarLink: "Trở về", the last button of every bar, or None."""
        above = self.context.aq_inner.aq_parent.absolute_url()
        return BarLink("back", translate(_("organisation_back", default="Trở về"), context=self.request), above)

    def link(self, name, title, path, **more):
        """A BarLink to ``path`` below the record; ``title`` is a message id."""
        url = f"{self.context.absolute_url()}/{path}"
        return BarLink(name, translate(title, context=self.request), url, **more)
