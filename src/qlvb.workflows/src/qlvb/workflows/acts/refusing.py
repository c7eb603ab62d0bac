"""What happens when an act was refused: nothing of it stays, but for what rooms keep of the attempt."""

from qlvb.workflows.acts.interfaces import IRefusalKeeper
import transaction
from zope.component import getAdapters


def give_up(record, act_id, data, refused):
    """Doom the transaction, in which the refused act has left nothing; it is committed only if a room has kept the
    attempt.
    """
    keepers = [keeper for _name, keeper in getAdapters((record,), IRefusalKeeper)]
    kept = [keeper.keep(act_id, data, refused.violations) for keeper in keepers]
    if not any(kept):
        transaction.doom()
