"""Where the work of the departments of a plan goes."""

from dataclasses import dataclass
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.reorganisation.interfaces import IWay
from zope.component import getUtility
from zope.interface import implementer


@implementer(IWay)
@dataclass(frozen=True)
class Way:
    """See IWay. ``units``: those that were changed; ``made``: those that go on, the keeper first."""

    agency: str
    units: tuple
    made: tuple

    def unit_for(self, unit_id, userid):
        if unit_id not in self.units or not self.made:
            return unit_id
        posts = getUtility(IDirectory).person(userid).posts if userid else ()
        own = [post.department for post in posts if post.agency == self.agency and post.department in self.made]
        return own[0] if own else self.made[0]
