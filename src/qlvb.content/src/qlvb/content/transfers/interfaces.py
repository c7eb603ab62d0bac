"""Transfers (giao nộp hồ sơ; Luật Lưu trữ 33/2024/QH15 Điều 17; NĐ 30/2020 Điều 30).

A ``Transfer`` lives at ``<agency>/transfers/<id>``. It names dossiers and never contains them: custody and rights move,
the record does not.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


#: Where a transfer goes: to the agency's own archive, or from there to the historical archive.
CURRENT, HISTORICAL = KINDS = ("current", "historical")
#: What became of one dossier: chosen, checked well, with faults, sent back for completion, taken over, left out of what
#: was taken over.
PROPOSED, PASSED, FAILED, RETURNED, ACCEPTED, LEFT_OUT = ITEM_STATES = (
    "proposed",
    "passed",
    "failed",
    "returned",
    "accepted",
    "left_out",
)
#: States of a transfer in which it still has a hold on its dossiers.
OPEN_STATES = (
    "draft",
    "proposed",
    "checking",
    "returned",
    "accepting",
    "registered",
    "agreed",
    "packing",
    "submitted",
)


class ITransfer(IRecord):
    """A transfer of dossiers by a unit to the archive of its agency, or by this one to the historical archive."""


class ITransferItems(Interface):
    """Adapter of a transfer: its dossiers, each with its own result. Writes nothing but on request."""

    def add(uids):
        """Put dossiers at the end; those that are there stay. Returns the new TransferItems."""

    def remove(uid):
        """Take a dossier out; nothing happens when it is not there."""

    def get(uid):
        """:class:`~qlvb.content.transfers.items.TransferItem`, or None."""

    def change(uid, **values):
        """Set fields of an item; returns the new TransferItem. :raises KeyError: the dossier is not in the transfer."""

    def all(*states):
        """By order: list of TransferItem, of those states only when any is given."""

    def counts():
        """dict item state -> how many, every state named."""


class IClaims(Interface):
    """Adapter of a dossier: which open transfer has it, of which it may have one at most."""

    transfer = Attribute("UID of the transfer that has it, or ''")
    accepted = Attribute("tuple of UIDs of the transfers by which it changed custody, the oldest first")

    def claim(transfer_uid):
        """Take it for a transfer. :raises Refused: 409 another one has it."""

    def release(transfer_uid):
        """Let it go; nothing happens when this transfer does not have it."""

    def settle(transfer_uid):
        """It was taken over by this transfer."""


class IKeptBack(Interface):
    """Adapter of a dossier: kept by its unit after the deadline (NĐ 30/2020 Điều 31.3.d)."""

    until = Attribute("date, the last day, or None")
    consent = Attribute("str: number and date of the written consent")
    reason = Attribute("str")
    by = Attribute("userid")

    def keep(until, consent, reason, by):
        """Write it down; an earlier one is replaced."""


class ITransferDeadlines(Interface):
    """Adapter of a dossier: when it is to be handed over. Other rooms give the days that an agency has set."""

    def deadlines():
        """:class:`~qlvb.content.transfers.deadlines.Deadlines`, or None for a dossier that is not to be handed over."""
