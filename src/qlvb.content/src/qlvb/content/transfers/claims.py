"""Which transfer has a dossier. It is said on the dossier: two transfers that reach for it at once write the same
place, so the second meets a conflict, reads again and is refused.
"""

from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


KEY = "qlvb.content.transfers.claims"
KEPT_BACK = "qlvb.content.transfers.kept_back"
#: States of a transfer in which the archive has what was handed in and was not sent back.
_HANDED_IN = ("proposed", "checking", "accepting")


def taken_violation(dossier):
    """The Violation of a dossier that another open transfer has."""
    message = _(
        "violation_dossier_in_transfer",
        default="Hồ sơ ${code} đã có trong một đợt giao nộp khác.",
        mapping={"code": dossier.code},
    )
    return Violation("dossiers", "dossier_taken", message)


def with_archive(dossier):
    """The transfer by which the archive has a dossier that it has not taken over yet, None for none: it looks at the
    dossier as it was handed in (NĐ 30/2020 Điều 30.3), so that one stays closed until it is sent back or withdrawn.
    """
    claimed = IClaims(dossier).transfer
    transfer = find_record(claimed) if claimed else None
    if transfer is None or state_of(transfer) not in _HANDED_IN:
        return None
    item = ITransferItems(transfer).get(IUUID(dossier))
    return transfer if item is not None and item.state != RETURNED else None


@implementer(IClaims)
@adapter(IDossier)
class Claims:
    """See IClaims."""

    def __init__(self, dossier):
        self.dossier = dossier

    @property
    def _kept(self):
        return IAnnotations(self.dossier).get(KEY, {})

    @property
    def transfer(self):
        return self._kept.get("transfer", "")

    @property
    def accepted(self):
        return self._kept.get("accepted", ())

    def claim(self, transfer_uid):
        if self.transfer not in ("", transfer_uid):
            raise Refused(taken_violation(self.dossier), 409)
        self._keep(transfer=transfer_uid)

    def release(self, transfer_uid):
        if self.transfer == transfer_uid:
            self._keep(transfer="")

    def settle(self, transfer_uid):
        done = self.accepted
        self._keep(transfer="", accepted=done if transfer_uid in done else (*done, transfer_uid))

    def _keep(self, **values):
        kept_under(self.dossier, KEY, PersistentMapping).update(values)


@implementer(IKeptBack)
@adapter(IDossier)
class KeptBack:
    """See IKeptBack."""

    def __init__(self, dossier):
        self.dossier = dossier

    def _said(self, name, default):
        return IAnnotations(self.dossier).get(KEPT_BACK, {}).get(name, default)

    @property
    def until(self):
        return self._said("until", None)

    @property
    def consent(self):
        return self._said("consent", "")

    @property
    def reason(self):
        return self._said("reason", "")

    @property
    def by(self):
        return self._said("by", "")

    def keep(self, until, consent, reason, by):
        annotations = IAnnotations(self.dossier)
        annotations[KEPT_BACK] = PersistentMapping(until=until, consent=consent, reason=reason, by=by)
