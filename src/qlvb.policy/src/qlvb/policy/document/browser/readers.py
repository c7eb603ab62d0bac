"""Ai xem được văn bản này: everybody who may, and why."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.wording import CAUSE_TITLES


class ReadersPane(Pane):
    """The block beside the document; its content is asked for when somebody wants to know."""

    template = ViewPageTemplateFile("templates/readers.pt")

    def available(self):
        return bool(getSecurityManager().checkPermission("qlvb: View who can see", self.record))


class Readers(Pane):
    """``@@readers``: people and the causes of their right, as a fragment for that block."""

    template = ViewPageTemplateFile("templates/readers_list.pt")

    def __call__(self):
        return self.template()

    @cached_property
    def rows(self):
        """list of dict(name, post, causes) by name."""
        found = []
        for userid, grants in IGrants(self.record).who_can_see():
            causes = dict.fromkeys(self.word(CAUSE_TITLES.get(grant.cause, grant.cause)) for grant in grants)
            found.append({"name": self.name_of(userid), "post": self.post_of(userid), "causes": "; ".join(causes)})
        return found
