"""Acts by which a dossier gets another keeper within its agency: offered, accepted or not; both sign the minutes."""

from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.transfers.indexing import number_text
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.acts.keeping import KEEP
from qlvb.workflows.filing.forms import minutes_docx
from qlvb.workflows.filing.forms import minutes_of
from qlvb.workflows.filing.inputs import IAcceptHandoverInput
from qlvb.workflows.filing.inputs import IHandOverInput
from qlvb.workflows.filing.inputs import IRefuseHandoverInput
from qlvb.workflows.filing.passing import accepted
from qlvb.workflows.filing.passing import decide
from qlvb.workflows.filing.passing import offer
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.filing.rights import give_holder_access
from qlvb.workflows.signing.partyacts import PartySignature
from qlvb.workflows.transfer.numbers import lock_of
from qlvb.workflows.transfer.numbers import next_number
from zope.component import getUtility


RULE = "NĐ 30/2020 Điều 31"


class HandOver(Act):
    """Offer the dossier to somebody who is to keep it from now on."""

    id = "hand_over_dossier"
    title = _("act_hand_over_dossier", default="Bàn giao")
    description = _(
        "act_hand_over_dossier_help", default="Bàn giao hồ sơ cho người khác lập tiếp; chờ người nhận đối chiếu."
    )
    schema = IHandOverInput
    permission = KEEP
    states = ("open", "closed")
    order = 60
    conflict_codes = Act.conflict_codes | {"handover_pending"}

    def rules(self, data):
        waiting = pending(self.record)
        if waiting is not None:
            message = _(
                "violation_handover_pending",
                default="Hồ sơ đang chờ ${receiver} tiếp nhận.",
                mapping={"receiver": name_of(waiting.receiver)},
            )
            yield self.violation("handover_pending", message, rule=RULE)
        if data is not None and data["receiver"] == self.record.holder:
            message = _("violation_handover_holder", default="Người nhận đang là người lập hồ sơ này.")
            yield self.violation("holder_already", message, field="receiver", rule=RULE)

    def execute(self, data):
        holder = self.record.holder
        present = holder and getUtility(IDirectory).person(holder).active
        giver = holder if present else self.actor.userid
        offer(self.record, giver, data["receiver"], data["reason"], IDossierContents(self.record).totals())
        return {"giver": giver, "receiver": data["receiver"]}

    def detail(self, data, result):
        return {**result, "person": name_of(data["receiver"]), "comment": data["reason"], "reason": data["reason"]}


class _Answer(Act):
    """The receiver (or the giver) answers a pending offer."""

    permission = "View"
    states = ("open", "closed")
    conflict_codes = Act.conflict_codes | {"no_handover"}
    side = "receiver"

    def mine(self):
        waiting = pending(self.record)
        return waiting is not None and self.actor.stands_for(getattr(waiting, self.side))

    def relevant(self):
        return super().relevant() and self.mine()

    def rules(self, data):
        if pending(self.record) is None:
            message = _("violation_no_handover", default="Hồ sơ không chờ bàn giao.")
            yield self.violation("no_handover", message)
        elif not self.mine():
            message = _("violation_handover_not_yours", default="Hồ sơ được bàn giao cho người khác.")
            yield self.violation("forbidden", message, rule=RULE)


class AcceptHandover(_Answer):
    """The receiver has looked through the list and keeps the dossier now; minutes are made."""

    id = "accept_handover"
    title = _("act_accept_handover", default="Tiếp nhận hồ sơ")
    description = _("act_accept_handover_help", default="Đã đối chiếu mục lục; nhận hồ sơ và lập biên bản giao nhận.")
    schema = IAcceptHandoverInput
    emphasis = "primary"
    order = 5

    def serialise(self):
        return lock_of(self.record)

    def rules(self, data):
        yield from super().rules(data)
        waiting = pending(self.record)
        if data is not None and waiting is not None:
            documents = IDossierContents(self.record).totals()[0]
            if data["documents"] != documents:
                message = _(
                    "violation_handover_count",
                    default="Mục lục hiện có ${count} văn bản: hãy đối chiếu lại.",
                    mapping={"count": str(documents)},
                )
                yield self.violation("count_differs", message, field="documents", rule=RULE)

    def defaults(self):
        return {"documents": IDossierContents(self.record).totals()[0]}

    def execute(self, data):
        number, year = next_number(self.record)
        decided = decide(self.record, "accepted", data["comment"], number, year)
        self.record.holder = decided.receiver
        give_holder_access(self.record, None)
        forms = minutes_of(self.record)
        kept = forms.write(forms.forms[0], minutes_docx(self.record, decided), self.actor.userid)
        said = {"giver": decided.giver, "receiver": decided.receiver, "minutes": kept.id}
        return {**said, "number": number_text(decided)}

    def detail(self, data, result):
        return {**result, "person": name_of(result["giver"]), "comment": data["comment"]}


class RefuseHandover(_Answer):
    """The receiver does not take it; the giver keeps it."""

    id = "refuse_handover"
    title = _("act_refuse_handover", default="Từ chối tiếp nhận")
    description = _("act_refuse_handover_help", default="Không nhận hồ sơ, ghi rõ lý do; hồ sơ vẫn của người giao.")
    schema = IRefuseHandoverInput
    emphasis = "danger"
    order = 6

    def execute(self, data):
        decided = decide(self.record, "refused", data["reason"])
        self.record.reindexObjectSecurity()
        return {"giver": decided.giver, "receiver": decided.receiver}

    def detail(self, data, result):
        return {**result, "comment": data["reason"], "reason": data["reason"]}


class WithdrawHandover(_Answer):
    """The giver takes the offer back."""

    id = "withdraw_handover"
    title = _("act_withdraw_handover", default="Rút bàn giao")
    description = _("act_withdraw_handover_help", default="Rút lại hồ sơ đã bàn giao mà người nhận chưa tiếp nhận.")
    order = 61
    side = "giver"

    def execute(self, data):
        decided = decide(self.record, "withdrawn")
        return {"giver": decided.giver, "receiver": decided.receiver}

    def detail(self, data, result):
        return result


class SignHandover(PartySignature, Act):
    """Base: one side signs the minutes of the last handing over that was accepted."""

    permission = "View"
    states = ("open", "closed", "archived")
    emphasis = "primary"
    order = 7
    unavailable_codes = frozenset({"rendition_pending"})

    def relevant(self):
        return super().relevant() and self.is_turn() and self.actor.userid == self.parties()[self.place]

    def forms(self):
        """See PartySignature."""
        return minutes_of(self.record)

    def parties(self):
        """See PartySignature."""
        last = accepted(self.record)
        return (last.giver, last.receiver) if last is not None else ("", "")

    def execute(self, data):
        self.sign()
        giver, receiver = self.parties()
        return {"giver": giver, "receiver": receiver}

    def detail(self, data, result):
        return result


class SignHandoverAsGiver(SignHandover):
    """Whoever kept the dossier signs first."""

    id = "sign_handover_giver"
    title = _("act_sign_handover_giver", default="Ký biên bản (bên giao)")
    description = _("act_sign_handover_giver_help", default="Ký số biên bản bàn giao hồ sơ.")


class SignHandoverAsReceiver(SignHandover):
    """Whoever keeps it now signs second."""

    id = "sign_handover_receiver"
    title = _("act_sign_handover_receiver", default="Ký biên bản (bên nhận)")
    description = _("act_sign_handover_receiver_help", default="Ký số biên bản bàn giao hồ sơ.")
    place = 1
