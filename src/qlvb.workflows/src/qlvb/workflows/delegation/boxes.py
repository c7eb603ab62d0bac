"""In which lists a delegation sits."""

from qlvb.content.delegations.interfaces import IDelegation
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.workflows.acts.transitions import state_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IDelegation)
class DelegationTokens:
    """Both sides are shown one in force when its last day is near; the entry carries that day, so nothing is written
    when it comes.
    """

    def __init__(self, delegation):
        self.delegation = delegation

    def tokens(self):
        """See IBoxTokens."""
        delegation = self.delegation
        if state_of(delegation) != "active":
            return []
        last = delegation.valid_to.toordinal()
        return sorted(f"delegations.ending|{who}|{last}" for who in (delegation.giver, delegation.receiver))
