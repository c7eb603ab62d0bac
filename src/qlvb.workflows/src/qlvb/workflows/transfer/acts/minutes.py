"""Biên bản giao nhận: written with its list, signed by the one who hands over, then by the one who receives."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import ACCEPTED
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.transfer.acts.base import PROPOSE
from qlvb.workflows.transfer.acts.base import RECEIVE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.inputs import IMinutesInput
from qlvb.workflows.transfer.jobs.names import MINUTES
from qlvb.workflows.transfer.numbers import lock_of
from qlvb.workflows.transfer.numbers import take
from zope.component import getUtility


FORM = "NĐ 30/2020 Điều 30.3, Phụ lục V"


class WriteMinutes(TransferAct):
    """The minutes get their number; the worker draws them and the list."""

    id = "write_minutes"
    title = _("act_write_minutes", default="Lập biên bản giao nhận")
    description = _("act_write_minutes_help", default="Lập biên bản giao nhận và mục lục hồ sơ nộp lưu để hai bên ký.")
    schema = IMinutesInput
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
        return {**found, "condition": self.record.condition or IMinutesInput["condition"].default}

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


class SignMinutes(TransferAct):
    """Base: one party signs both forms. ``party``: the field of the transfer that names him."""

    states = ("accepted",)
    emphasis = "primary"
    place = 0
    party = ""
    order = 20

    def relevant(self):
        return super().relevant() and bool(self.record.number) and keeping.signed_by(self.record) == self.place

    def person(self):
        """userid of the party who is named in the minutes."""
        return getattr(self.record, self.party)

    def rules(self, data):
        name = getUtility(IDirectory).person(self.person()).fullname
        if self.actor.userid != self.person():
            message = _(
                "violation_minutes_person",
                default="Biên bản ghi tên ${name}: người đó phải ký.",
                mapping={"name": name},
            )
            yield self.violation("forbidden", message, rule=FORM)
        if not self.record.number or not keeping.is_ready(self.record):
            message = _("violation_minutes_pending", default="Biên bản đang được lập, hãy thử lại sau ít phút.")
            yield self.violation("rendition_pending", message)
        elif keeping.signed_by(self.record) > self.place:
            message = _("violation_minutes_signed", default="Bên này đã ký biên bản.")
            yield self.violation("too_late", message)
        elif keeping.signed_by(self.record) < self.place:
            message = _("violation_minutes_order", default="Bên giao phải ký trước bên nhận.")
            yield self.violation("not_your_turn", message, rule=FORM)
        key = getUtility(IKeyRing).describe(userid=self.actor.userid)
        if key is None:
            message = _("violation_no_person_key", default="Bạn chưa có chứng thư số để ký.")
            yield self.violation("no_key", message)
        elif key.get("expired"):
            message = _("violation_person_key_expired", default="Chứng thư số của bạn đã hết hạn.")
            yield self.violation("certificate_expired", message)

    def execute(self, data):
        directory = getUtility(IDirectory)
        names = [directory.person(who).fullname for who in (self.record.depositor, self.record.receiver)]
        keeping.sign(self.record, keeping.FIELDS[self.place], self.actor.userid, *names)
        return {"number": number_text(self.record)}

    def detail(self, data, result):
        return {"number": result["number"]}


class SignAsGiver(SignMinutes):
    """The depositor signs first."""

    id = "sign_as_giver"
    title = _("act_sign_as_giver", default="Ký biên bản (bên giao)")
    description = _("act_sign_as_giver_help", default="Ký số biên bản giao nhận và mục lục hồ sơ nộp lưu.")
    permission = PROPOSE
    party = "depositor"


class SignAsReceiver(SignMinutes):
    """The archivist who took over signs second."""

    id = "sign_as_receiver"
    title = _("act_sign_as_receiver", default="Ký biên bản (bên nhận)")
    description = _("act_sign_as_receiver_help", default="Ký số biên bản giao nhận và mục lục hồ sơ nộp lưu.")
    permission = RECEIVE
    place = 1
    party = "receiver"
