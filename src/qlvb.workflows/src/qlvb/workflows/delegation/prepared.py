"""Opinions that assistants prepare (workflows 3.6: a trợ lý receives and prepares, never signs): words for the leader
to take over or not. They decide nothing, and they are gone when his turn is over.
"""

from dataclasses import dataclass
from datetime import datetime
from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.interfaces import IDocument
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.workflows.delegation.interfaces import IPreparedOpinions
from qlvb.workflows.rights.grants import turn_of
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.prepared_opinions"


@dataclass(frozen=True)
class PreparedOpinion:
    """``text`` for ``giver`` (userid) by ``by`` (userid)."""

    text: str
    giver: str
    by: str
    when: datetime


@implementer(IPreparedOpinions)
@adapter(IDocument)
class PreparedOpinions:
    """See IPreparedOpinions."""

    def __init__(self, record):
        self.record = record

    def get(self, giver):
        found = IAnnotations(self.record).get(ANNOTATION, {}).get(giver)
        return found if found is not None and giver in turn_of(self.record) else None

    def keep(self, giver, text, by):
        kept = kept_under(self.record, ANNOTATION, PersistentMapping)
        opinion = PreparedOpinion(nfc(text).strip(), giver, by, clock.now())
        kept[giver] = opinion
        return opinion

    def drop_stale(self):
        kept = IAnnotations(self.record).get(ANNOTATION, {})
        for giver in [giver for giver in kept if giver not in turn_of(self.record)]:
            del kept[giver]


def act_performed(document, event):
    """Somebody has acted: what was prepared for a turn that is over goes."""
    PreparedOpinions(document).drop_stale()
