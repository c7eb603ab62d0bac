"""The dossiers of a transfer: values in a tree of their own, so that thousands are read in a few loads."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from qlvb.content.kept import kept_under
from qlvb.content.transfers.interfaces import ITEM_STATES
from qlvb.content.transfers.interfaces import ITransfer
from qlvb.content.transfers.interfaces import ITransferItems
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "qlvb.content.transfers.items"


@dataclass(frozen=True)
class Fault:
    """What the intake check found. ``rule``: id of the rule; ``document``: UID of the document concerned, "" for the
    dossier itself; ``subject``: what is named to people (file, field, number); ``message``: dict ``id``, ``values``
    (see ``qlvb.workflows.transfer.intake.words``).
    """

    rule: str
    document: str = ""
    subject: str = ""
    values: tuple = ()


@dataclass(frozen=True)
class TransferItem:
    """A dossier in a transfer. ``uid``: of the dossier; ``order``: from 1; ``state``: one of ITEM_STATES; ``faults``:
    tuple of Fault of the last check; ``reason``: why it was sent back, or taken in spite of faults; ``when``: aware
    datetime of the last change of its state; ``package``: id of the SIP made of it, "" for none; ``answer``: why it was
    handed in again with a fault unmended; ``baseline``: tuple of (part, digest), what was faulted as it went back;
    ``rehearsed``: aware datetime of the depositor's own check, None for none since it was handed in and checked;
    ``to_mend``: tuple of Fault that it found.
    """

    uid: str
    order: int
    state: str = "proposed"
    faults: tuple = ()
    reason: str = ""
    when: datetime | None = None
    package: str = ""
    answer: str = ""
    baseline: tuple = ()
    rehearsed: datetime | None = None
    to_mend: tuple = ()


@implementer(ITransferItems)
@adapter(ITransfer)
class TransferItems:
    """See ITransferItems."""

    def __init__(self, transfer):
        self.transfer = transfer

    @property
    def _tree(self):
        return IAnnotations(self.transfer).get(KEY, {})

    def add(self, uids):
        tree = kept_under(self.transfer, KEY, OOBTree)
        last = max((item.order for item in tree.values()), default=0)
        new = [uid for uid in dict.fromkeys(uids) if uid not in tree]
        found = [TransferItem(uid, last + place) for place, uid in enumerate(new, 1)]
        tree.update({item.uid: item for item in found})
        return found

    def remove(self, uid):
        if uid in self._tree:
            del self._tree[uid]

    def get(self, uid):
        return self._tree.get(uid)

    def change(self, uid, **values):
        tree = self._tree
        if uid not in tree:
            raise KeyError(uid)
        tree[uid] = replace(tree[uid], **values)
        return tree[uid]

    def all(self, *states):
        found = [item for item in self._tree.values() if not states or item.state in states]
        return sorted(found, key=lambda item: item.order)

    def counts(self):
        found = dict.fromkeys(ITEM_STATES, 0)
        for item in self._tree.values():
            found[item.state] += 1
        return found
