"""Proposal: the list is made, and sent to the council."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.rules import council_violations
from qlvb.content.lookup import find_record
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.disposal.acts.base import DisposalAct
from qlvb.workflows.disposal.candidates import after_others
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import take_out
from qlvb.workflows.disposal.filing import file_component
from qlvb.workflows.disposal.inputs import IConveneInput
from qlvb.workflows.disposal.inputs import IExplanationInput
from qlvb.workflows.disposal.inputs import IItemsInput
from qlvb.workflows.disposal.inputs import ITakeOutInput
from qlvb.workflows.disposal.inputs import IWhyInput
from qlvb.workflows.disposal.naming import named
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


UNKNOWN = _("violation_disposal_unknown", default="Không có hồ sơ, văn bản này, hoặc không được xem.")


class EditExplanation(DisposalAct):
    """Name of the disposal and explanation (TT 06/2025 Phụ lục III), until they are laid before the council."""

    id = "edit_explanation"
    title = _("act_disposal_explain", default="Sửa bản thuyết minh")
    description = _(
        "act_disposal_explain_help",
        default="Tên đợt xét hủy và bản thuyết minh theo Phụ lục III; sửa được đến khi trình Hội đồng.",
    )
    schema = IExplanationInput
    states = ("drafted",)
    order = 35

    def defaults(self):
        return {name: getattr(self.record, name) for name in self.schema}

    def execute(self, data):
        said = {name: nfc(data[name] or "").strip() for name in self.schema}
        changed = [name for name, text in said.items() if text != getattr(self.record, name)]
        for name in changed:
            setattr(self.record, name, said[name])
        return {"fields": changed}

    def detail(self, data, result):
        return dict(result)


class AddItems(DisposalAct):
    """Records come onto the list; each is told on its own what stands against it."""

    id = "add_items"
    title = _("act_disposal_add", default="Đưa vào danh mục hết giá trị")
    description = _("act_disposal_add_help", default="Thêm hồ sơ hết thời hạn hoặc văn bản trùng lặp vào danh mục.")
    schema = IItemsInput
    states = ("drafted",)
    order = 10

    def execute(self, data):
        found, refusals = [], []
        chosen = {uid: visible_record(uid) for uid in data["items"]}
        for uid, record in sorted(chosen.items(), key=lambda one: after_others(one[1])):
            try:
                if record is None:
                    raise Refused(self.violation("unknown", UNKNOWN, field="items"), 404)
                add_item(self.record, record, data["reason"], self.actor.userid)
            except Refused as refused:
                refusals.append(_of(record, uid, refused))
                found.append({"UID": uid, "status": refused.status, "message": refused.violations[0].message})
            else:
                record.reindexObject()
                found.append({"UID": uid, "status": 200, "message": ""})
        if len(refusals) == len(found):
            raise Refused([violation for refused in refusals for violation in refused.violations], refusals[0].status)
        return {"items": found, **_told(len(found), refusals)}

    def detail(self, data, result):
        return {"records": [item["UID"] for item in result["items"] if item["status"] == 200]}


def _of(record, uid, refused):
    """The Refused of one record, its violations saying which one is meant."""
    name = named(record) if record is not None else uid
    violations = [
        Violation(
            "items",
            one.code,
            _("violation_of_record", default="${name}: ${why}", mapping={"name": name, "why": one.message}),
            one.rule,
        )
        for one in refused.violations
    ]
    return Refused(violations, refused.status)


def _told(count, refusals):
    """dict with the message for the person when not all of ``count`` records came onto the list, else empty."""
    if not refusals:
        return {}
    whys = [translate(one.message, context=getRequest()) for refused in refusals for one in refused.violations]
    mapping = {"count": str(count - len(refusals)), "all": str(count), "why": " ".join(whys)}
    return {"message": _("disposal_added_some", default="Đã đưa vào ${count}/${all}. ${why}", mapping=mapping)}


class TakeOut(DisposalAct):
    """A record leaves the list before the council has it."""

    id = "take_out"
    title = _("act_disposal_take_out", default="Đưa ra khỏi danh mục")
    description = _("act_disposal_take_out_help", default="Bỏ hồ sơ, văn bản khỏi danh mục, nêu rõ lý do.")
    schema = ITakeOutInput
    states = ("drafted",)
    order = 20

    def rules(self, data):
        for name in data["items"] if data else ():
            if self.sheet.named(name) is None:
                message = _("violation_disposal_not_listed", default="Không có trong danh mục của đợt xét hủy này.")
                yield self.violation("not_listed", message, field="items")

    def execute(self, data):
        for item in dict.fromkeys(self.sheet.named(name) for name in data["items"]):
            take_out(self.record, item, self.actor.userid, data["why"])
            self.sheet.take_out(item.uid)
        return {}


class Convene(DisposalAct):
    """Xem xét hủy: the council is appointed, the list and the explanation are laid before it."""

    id = "convene"
    title = _("act_disposal_convene", default="Trình Hội đồng")
    description = _(
        "act_disposal_convene_help", default="Lập Hội đồng theo quyết định và trình danh mục để xem xét hủy."
    )
    schema = IConveneInput
    states = ("drafted",)
    transition = "convene"
    emphasis = "primary"
    order = 30

    def rules(self, data):
        if not self.sheet.items():
            message = _("violation_disposal_empty", default="Danh mục chưa có hồ sơ, văn bản nào.")
            yield self.violation("no_items", message)
        if not self.record.formation or not self.record.contents:
            message = _(
                "violation_disposal_explanation",
                default="Bản thuyết minh chưa đủ: sự hình thành khối tài liệu; thành phần và nội dung chủ yếu.",
            )
            yield self.violation("incomplete", message, rule="TT 06/2025/TT-BNV Phụ lục III")
        if data is not None:
            archivists = getUtility(IDirectory).holders(self.agency.id, "archivist")
            yield from council_violations(members_of(data), archivists)
            if data["decision_date"] > clock.today():
                message = _("violation_disposal_future", default="Ngày không được sau hôm nay.")
                yield self.violation("in_future", message, field="decision_date")

    def execute(self, data):
        members = [{"userid": userid, "role": role} for userid, role in members_of(data)]
        self.sheet.write(
            "council",
            {
                "decision_number": data["decision_number"],
                "decision_date": data["decision_date"].isoformat(),
                "members": members,
            },
        )
        for member in members:
            IGrants(self.record).grant(member["userid"], "Handler", "step", "council")
        for component in ("list", "explanation", "council_decision"):
            file_component(self.record, component, self.actor.userid)
        return {}


def members_of(data):
    """list of (userid, role) of the input."""
    single = [(data[role], role) for role in ("chair", "secretary")]
    return [*single, *((userid, role) for role in ("unit", "expert") for userid in data[role])]


class Cancel(DisposalAct):
    """The disposal is given up; every record leaves the list."""

    id = "cancel_disposal"
    title = _("act_disposal_cancel", default="Hủy bỏ đợt xét hủy")
    description = _("act_disposal_cancel_help", default="Không hủy tài liệu nào; hồ sơ trở lại như trước.")
    schema = IWhyInput
    states = ("drafted", "council", "opinion", "to_decide", "decided")
    transition = "cancel"
    emphasis = "danger"
    order = 90

    def execute(self, data):
        give_back(self.record, self.actor.userid, data["why"])
        return {"disposal": IUUID(self.record)}


def give_back(disposal, by, why):
    """Every record leaves the list and is as before; the council has no part in it any more."""
    for item in ISheet(disposal).items():
        take_out(disposal, item, by, why)
        if (record := find_record(item.uid)) is not None:
            record.reindexObject()
    IGrants(disposal).revoke("step", reference="council")
