"""Biên bản giao nhận: written with its list, signed by the one who hands over, then by the one who receives."""

from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import ACCEPTED
from qlvb.content.transfers.interfaces import CURRENT
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signing.partyacts import FORM
from qlvb.workflows.signing.partyacts import PartySignature
from qlvb.workflows.transfer.acts.base import PROPOSE
from qlvb.workflows.transfer.acts.base import RECEIVE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.inputs import IMinutesInput
from qlvb.workflows.transfer.jobs.names import MINUTES
from qlvb.workflows.transfer.numbers import lock_of
from qlvb.workflows.transfer.numbers import take
from zope.component import getUtility


class WriteMinutes(TransferAct):
    """The minutes get their number; the worker draws them and the list. Of what the historical archive took, the paper
    is its letter: its archivist has no account here, and the agency's would sign for both sides.
    """

    id = "write_minutes"
    title = _("act_write_minutes", default="Lập biên bản giao nhận")
    description = _("act_write_minutes_help", default="Lập biên bản giao nhận và mục lục hồ sơ nộp lưu để hai bên ký.")
    schema = IMinutesInput
    kind = CURRENT
    permission = RECEIVE
    states = ("accepted",)
    emphasis = "primary"
    order = 10

    def relevant(self):
        return super().relevant() and not self.record.number

    def serialise(self):
        return lock_of(self.record)

    def defaults(self):
        names = ("basis", "boxes_count", "paper_dossiers", "shelf_metres")
        found = {name: getattr(self.record, name) for name in names}
        found = {**found, **{name: count for name, count in self.paper().items() if found[name] is None}}
        return {**found, "condition": self.record.condition or IMinutesInput["condition"].default}

    def paper(self):
        """dict of what the stores know of the paper: in how many boxes it lies, of how many dossiers; {} for none."""
        of = getUtility(IPlaces).of
        dossiers = (find_record(item.uid) for item in self.items.all(ACCEPTED))
        places = [place for place in (of(one) for one in dossiers if one is not None) if place is not None]
        if not places:
            return {}
        return {"boxes_count": len({place.box for place in places}), "paper_dossiers": len(places)}

    def rules(self, data):
        if self.record.number:
            message = _(
                "violation_minutes_written",
                default="Biên bản ${number} đã được lập.",
                mapping={"number": number_text(self.record)},
            )
            yield self.violation("too_late", message)
        if not self.items.counts()[ACCEPTED]:
            message = _("violation_minutes_nothing", default="Chưa có hồ sơ nào được tiếp nhận.")
            yield self.violation("nothing_accepted", message, rule=FORM)

    def execute(self, data):
        for name, value in data.items():
            setattr(self.record, name, value)
        take(self.record)
        by = self.actor.userid
        job = IJobs(self.record).enqueue(MINUTES, MINUTES, {"by": by}, owner=by)
        return {"number": number_text(self.record), "job": job.id}

    def detail(self, data, result):
        return {"number": result["number"]}


class SignMinutes(PartySignature, TransferAct):
    """Base: one party signs both forms."""

    states = ("accepted",)
    emphasis = "primary"
    order = 20

    def relevant(self):
        return super().relevant() and self.is_turn()

    def forms(self):
        """See PartySignature."""
        return keeping.forms_of(self.record) if self.record.number else None

    def parties(self):
        """See PartySignature."""
        return self.record.depositor, self.record.receiver

    def execute(self, data):
        self.sign()
        return {"number": number_text(self.record)}

    def detail(self, data, result):
        return {"number": result["number"]}


class SignAsGiver(SignMinutes):
    """The depositor signs first."""

    id = "sign_as_giver"
    title = _("act_sign_as_giver", default="Ký biên bản (bên giao)")
    description = _("act_sign_as_giver_help", default="Ký số biên bản giao nhận và mục lục hồ sơ nộp lưu.")
    permission = PROPOSE


class SignAsReceiver(SignMinutes):
    """The archivist who took over signs second."""

    id = "sign_as_receiver"
    title = _("act_sign_as_receiver", default="Ký biên bản (bên nhận)")
    description = _("act_sign_as_receiver_help", default="Ký số biên bản giao nhận và mục lục hồ sơ nộp lưu.")
    permission = RECEIVE
    place = 1
