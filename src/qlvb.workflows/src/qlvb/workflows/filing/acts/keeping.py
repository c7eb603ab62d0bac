"""Acts on a dossier while it is kept: gather, share, hand over, print its contents, choose a template."""

from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import person_title
from qlvb.workflows.filing.forms import CONTENTS
from qlvb.workflows.filing.forms import MINUTES
from qlvb.workflows.filing.forms import contents_docx
from qlvb.workflows.filing.forms import keep_form
from qlvb.workflows.filing.forms import minutes_docx
from qlvb.workflows.filing.gathering import gather
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.inputs import IAcceptHandoverInput
from qlvb.workflows.filing.inputs import IHandOverInput
from qlvb.workflows.filing.inputs import IRefuseHandoverInput
from qlvb.workflows.filing.inputs import IShareInput
from qlvb.workflows.filing.inputs import ITemplateInput
from qlvb.workflows.filing.inputs import IUnshareInput
from qlvb.workflows.filing.passing import decide
from qlvb.workflows.filing.passing import offer
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.filing.rights import give_holder_access
from qlvb.workflows.filing.sharing import share
from qlvb.workflows.filing.sharing import shared_with
from qlvb.workflows.filing.sharing import unshare


RULE = "NĐ 30/2020 Điều 31"
#: Who keeps an open or closed dossier: its holder and the archivist.
KEEP = "qlvb: Close dossier"


class Gather(Act):
    """Take in what follows from the dossier's documents and is not in it."""

    id = "gather"
    title = _("act_gather", default="Gom văn bản liên quan")
    description = _("act_gather_help", default="Đưa vào hồ sơ mọi văn bản trong dòng việc còn nằm ngoài hồ sơ.")
    permission = FILE
    states = ("open",)
    order = 40
    conflict_codes = Act.conflict_codes | {"nothing_to_gather"}

    def relevant(self):
        return super().relevant() and bool(missing_from(self.record))

    def rules(self, data):
        if not missing_from(self.record):
            message = _("violation_nothing_to_gather", default="Mọi văn bản trong dòng việc đã ở trong hồ sơ.")
            yield self.violation("nothing_to_gather", message)

    def execute(self, data):
        return {"documents": [document.UID() for document in gather(self.record, self.actor.userid)]}

    def detail(self, data, result):
        return {"count": len(result["documents"])}


class ShareDossier(Act):
    """Let people and units read the dossier; its documents keep their own rights."""

    id = "share_dossier"
    title = _("act_share_dossier", default="Chia sẻ")
    description = _("act_share_dossier_help", default="Cho người, đơn vị trong cơ quan xem hồ sơ này.")
    schema = IShareInput
    permission = KEEP
    states = ("open", "closed")
    order = 50

    def rules(self, data):
        if data is not None and not data["people"] and not data["units"]:
            message = _("violation_share_nobody", default="Hãy chọn người hoặc đơn vị được xem.")
            yield self.violation("nobody", message, field="people")

    def execute(self, data):
        return {"principals": share(self.record, data["people"], data["units"])}

    def detail(self, data, result):
        return {**result, **({"comment": data["comment"]} if data["comment"] else {})}


class UnshareDossier(Act):
    """Take the reading back that sharing gave."""

    id = "unshare_dossier"
    title = _("act_unshare_dossier", default="Thôi chia sẻ")
    description = _("act_unshare_dossier_help", default="Bỏ quyền xem hồ sơ đã chia sẻ.")
    schema = IUnshareInput
    permission = KEEP
    states = ("open", "closed", "archived")
    order = 51

    def relevant(self):
        return super().relevant() and bool(shared_with(self.record))

    def execute(self, data):
        unshare(self.record, data["principals"])
        return {"principals": data["principals"]}


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
                mapping={"receiver": person_title(waiting.receiver)},
            )
            yield self.violation("handover_pending", message, rule=RULE)
        if data is not None and data["receiver"] == self.record.holder:
            message = _("violation_handover_holder", default="Người nhận đang là người lập hồ sơ này.")
            yield self.violation("holder_already", message, field="receiver", rule=RULE)

    def execute(self, data):
        giver = self.record.holder or self.actor.userid
        offer(self.record, giver, data["receiver"], data["reason"], IDossierContents(self.record).totals())
        return {"giver": giver, "receiver": data["receiver"]}

    def detail(self, data, result):
        return {**result, "person": person_title(data["receiver"]), "comment": data["reason"], "reason": data["reason"]}


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
        decided = decide(self.record, "accepted", data["comment"])
        self.record.holder = decided.receiver
        give_holder_access(self.record, None)
        name = f"bien-ban-giao-nhan-{decided.decided:%Y%m%d}.docx"
        kept = keep_form(self.record, MINUTES, name, minutes_docx(self.record, decided), self.actor.userid)
        return {"giver": decided.giver, "receiver": decided.receiver, "minutes": kept.id}

    def detail(self, data, result):
        return {**result, "person": person_title(result["giver"]), "comment": data["comment"]}


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


class PrintContents(Act):
    """The contents list as a file of the dossier, in the decree's form; its PDF/A follows."""

    id = "print_contents"
    title = _("act_print_contents", default="Xuất mục lục (PDF/A)")
    description = _(
        "act_print_contents_help", default="Lập mục lục văn bản theo mẫu Phụ lục V; bản PDF/A có sau ít giây."
    )
    permission = KEEP
    states = ("open", "closed")
    order = 70

    def execute(self, data):
        name = f"muc-luc-{self.record.getId()}-{self.record.year}.docx"
        kept = keep_form(self.record, CONTENTS, name, contents_docx(self.record), self.actor.userid)
        return {"file": kept.id, "redirect": f"{self.record.absolute_url()}?tab=files"}

    def detail(self, data, result):
        return {"file": result["file"]}


class ChooseTemplate(Act):
    """Say which components the dossier is expected to have."""

    id = "choose_template"
    title = _("act_choose_template", default="Chọn mẫu hồ sơ")
    description = _("act_choose_template_help", default="Chọn mẫu để biết hồ sơ còn thiếu thành phần nào.")
    schema = ITemplateInput
    permission = "Modify portal content"
    states = ("open",)
    order = 80

    def defaults(self):
        return {"template": self.record.template or None}

    def execute(self, data):
        self.record.template = data["template"] or ""
        return {"template": self.record.template}
