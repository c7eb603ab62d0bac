"""Acts on a dossier catalogue: approve it, open a dossier from it (NĐ 30/2020 Điều 28, 29)."""

from qlvb.content import _
from qlvb.content.dossiers.catalogue import find_entry
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.catalogue import violations
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.filing.access import MANAGE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.decision import decision_of
from qlvb.workflows.filing.decision import draft_decision
from qlvb.workflows.filing.inputs import IApproveCatalogueInput
from qlvb.workflows.filing.inputs import IDraftDecisionInput
from qlvb.workflows.filing.inputs import IOpenDossierInput
from qlvb.workflows.filing.own_fields import input_schema
from qlvb.workflows.filing.own_fields import settled_input
from zope.component import getUtility


class ApproveCatalogue(Act):
    """The catalogue becomes the basis on which the agency makes its dossiers of the year."""

    id = "approve_catalogue"
    title = _("act_approve_catalogue", default="Duyệt danh mục")
    description = _("act_approve_catalogue_help", default="Ban hành danh mục để các đơn vị, cá nhân mở hồ sơ.")
    schema = IApproveCatalogueInput
    permission = MANAGE
    states = ("draft",)
    transition = "approve"
    emphasis = "primary"
    order = 10

    def rules(self, data):
        return violations(self.record)

    def execute(self, data):
        if data["decision"]:
            self.record.decision = data["decision"]
        return {"version": ICatalogueRows(self.record).keep(self.actor.userid, "").number}


class DraftDecision(Act):
    """The decision that issues the catalogue, as a draft that goes the way of every outgoing document."""

    id = "draft_decision"
    title = _("act_draft_decision", default="Soạn quyết định ban hành")
    description = _(
        "act_draft_decision_help", default="Tạo dự thảo Quyết định ban hành Danh mục hồ sơ, danh mục là phụ lục."
    )
    schema = IDraftDecisionInput
    permission = MANAGE
    states = ("approved",)
    order = 15
    conflict_codes = Act.conflict_codes | {"decision_under_way"}

    def defaults(self):
        leaders = getUtility(IDirectory).holders(getUtility(IDirectory).agency_of(self.record).id, "leader")
        return {"signatory": leaders[0]} if leaders else {}

    def rules(self, data):
        draft = decision_of(self.record)
        if draft is not None and not draft.reference and state_of(draft) != "cancelled":
            message = _("violation_decision_under_way", default="Quyết định ban hành danh mục đang được soạn, trình.")
            yield self.violation("decision_under_way", message)

    def execute(self, data):
        draft = draft_decision(self.record, data["signatory"], self.actor.userid)
        return {"uid": draft.UID(), "url": draft.absolute_url(), "redirect": draft.absolute_url()}

    def detail(self, data, result):
        return {"document": result["uid"], "signatory": data["signatory"]}


class OpenDossier(Act):
    """Open a dossier that the catalogue foresees, or a new one under a heading."""

    id = "open_dossier"
    title = _("act_open_dossier", default="Mở hồ sơ")
    description = _(
        "act_open_dossier_help", default="Mở hồ sơ theo danh mục, hoặc hồ sơ mới phát sinh dưới một đề mục."
    )
    schema = IOpenDossierInput
    permission = "qlvb: Open dossier"
    states = ("approved",)
    emphasis = "primary"
    order = 20
    rule = "NĐ 30/2020 Điều 29.2"

    def __init__(self, record):
        super().__init__(record)
        self.schema = input_schema(IOpenDossierInput, record)

    def rules(self, data):
        if data is None:
            return []
        _values, violations = settled_input(data, self.record)
        return [*(self.entry_rules(data["entry"]) if data["entry"] else self.heading_rules(data)), *violations]

    def entry_rules(self, code):
        entry = find_entry(self.record, code)
        if entry.holder and entry.holder != self.actor.userid and not may(MANAGE, self.record):
            message = _(
                "violation_not_entry_holder",
                default="Danh mục giao hồ sơ ${code} cho người khác lập.",
                mapping={"code": code},
            )
            yield self.violation("forbidden", message, field="entry", rule=self.rule)

    def heading_rules(self, data):
        if not data["heading"]:
            message = _(
                "violation_entry_or_heading", default="Hãy chọn hồ sơ trong danh mục, hoặc một đề mục cho hồ sơ mới."
            )
            yield self.violation("entry_missing", message, field="entry", rule=self.rule)
            return
        if not data["title"]:
            message = _("violation_dossier_title", default="Hồ sơ mới cần có tiêu đề.")
            yield self.violation("title_missing", message, field="title", rule=self.rule)
        if period_of(data["retention_kind"], data["retention_years"]) is None:
            message = _(
                "violation_dossier_retention", default="Hãy xác định thời hạn bảo quản (vĩnh viễn hoặc 2 đến 70 năm)."
            )
            yield self.violation("retention_missing", message, field="retention_kind", rule=self.rule)

    def execute(self, data):
        finder, userid = getUtility(IDossierFinder), self.actor.userid
        additional, _violations = settled_input(data, self.record)
        if data["entry"]:
            dossier = finder.open_from_entry(self.record, data["entry"], userid, additional=additional)
        else:
            period = period_of(data["retention_kind"], data["retention_years"])
            dossier = finder.open_unplanned(
                self.record,
                data["heading"],
                userid,
                title=data["title"],
                retention_kind=period.kind,
                retention_years=period.years,
                additional=additional,
            )
        return {
            "uid": dossier.UID(),
            "url": dossier.absolute_url(),
            "code": dossier.code,
            "redirect": dossier.absolute_url(),
        }

    def detail(self, data, result):
        return {"dossier": result["code"]}
