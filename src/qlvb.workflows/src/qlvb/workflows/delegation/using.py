"""What was done under a delegation: kept on the document or task (who took part, by which delegation) and, line by
line, in the journal of the delegation.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.interfaces import IDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.workflows.rights.grants import stored
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import adapter
from zope.interface import implementer


#: Word of the delegation's journal for an act done under it.
USED = "delegation.used"


def act_performed(document, event):
    """Somebody has acted in another's place: both go on reading the document or task, and the delegation counts it."""
    actor = event.actor
    delegation = find_record(actor.delegation) if actor.on_behalf else None
    if delegation is None:
        return
    grants = IGrants(document)
    for principal in (actor.userid, actor.on_behalf):
        grants.grant(principal, "Participant", "delegation", actor.delegation)
    IJournal(delegation).append(
        USED,
        actor.userid,
        {
            "act": event.act.id,
            "record": IUUID(document),
            "subject": document.subject or "",
            "reference": document.reference or "",
            "basis": actor.basis,
        },
        on_behalf=actor.on_behalf,
    )


@implementer(IBoxTokens)
@adapter(IDocument)
class UsedTokens:
    """Documents and tasks handled under a delegation, for giver and receiver."""

    def __init__(self, document):
        self.document = document

    def tokens(self):
        """See IBoxTokens."""
        return sorted({f"delegations.done|{key[0]}" for key in stored(self.document) if key[2] == "delegation"})
