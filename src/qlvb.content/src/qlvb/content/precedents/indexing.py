"""What the records index keeps of precedents, and the mark beside their state."""

from qlvb.content import _
from qlvb.content.badges import Badge
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IBadges
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.precedents.interfaces import IPrecedent
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IRowFacts, IBoxTokens, IBadges)
@adapter(IRecord)
class OfPrecedents:
    """``precedent``: what the record settles. Archivists and leaders have the list."""

    def __init__(self, record):
        self.record = record
        self.topic = IPrecedent(record).read().get("topic", "")

    def facts(self):
        """See IRowFacts."""
        return {"precedent": self.topic} if self.topic else {}

    def tokens(self):
        """See IBoxTokens."""
        agency = getUtility(IDirectory).agency_of(self.record) if self.topic else None
        if agency is None:
            return []
        return [f"disposals.precedents|{group_id(agency.id, function)}" for function in ("archivist", "leader")]

    def badges(self):
        """See IBadges."""
        if not self.topic:
            return []
        title = _("badge_precedent", default="Tiền lệ: ${topic}", mapping={"topic": self.topic})
        return [Badge("info", "bookmark-star", title)]
