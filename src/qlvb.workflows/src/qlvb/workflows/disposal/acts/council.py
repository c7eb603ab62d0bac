"""The council: votes with reasons, absences, ties, minutes (TT 05/2025 Điều 49: it works in the system)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.rules import COUNCIL
from qlvb.content.disposals.rules import outcome
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.disposal.acts.base import DisposalAct
from qlvb.workflows.disposal.creation import take_out
from qlvb.workflows.disposal.filing import file_component
from qlvb.workflows.disposal.inputs import IAbsenceInput
from qlvb.workflows.disposal.inputs import IConcludeInput
from qlvb.workflows.disposal.inputs import IPresenceInput
from qlvb.workflows.disposal.inputs import ITieInput
from qlvb.workflows.disposal.inputs import IVoteInput
from qlvb.workflows.disposal.members import ALWAYS_THERE
from qlvb.workflows.disposal.members import may_be_absent
from qlvb.workflows.disposal.needs import deposits
from qlvb.workflows.disposal.needs import needs_opinion
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


HANDLE = "qlvb: Handle"
#: Items that a sentence of the journal names; its entry keeps the UIDs of all.
MOST_NAMED = 100


class CouncilAct(DisposalAct):
    """Base: acts of members while the council sits; nobody else, whatever his rights."""

    permission = HANDLE
    states = ("council",)
    roles = ()

    def basic_violations(self):
        if self.state not in self.states:
            message = _("violation_council_over", default="Hội đồng không họp, hoặc biên bản đã chốt.")
            return [self.violation("wrong_state", message, rule=COUNCIL)]
        role = self.sheet.members.get(self.actor.userid)
        if role is None or (self.roles and role not in self.roles) or not self.allowed():
            message = _("violation_council_member", default="Chỉ thành viên Hội đồng có vai trò này thực hiện được.")
            return [self.violation("not_member", message, rule=COUNCIL)]
        return []

    def relevant(self):
        return self.state in self.states and not self.basic_violations()


class Vote(CouncilAct):
    """A member says of each item whether it is destroyed or kept, and why; until the minutes he may say otherwise."""

    id = "vote"
    title = _("act_disposal_vote", default="Biểu quyết")
    description = _(
        "act_disposal_vote_help", default="Đồng ý hủy hoặc giữ lại, nêu lý do; sửa được đến khi chốt biên bản."
    )
    schema = IVoteInput
    order = 40
    beside = ("vote", "record_absence")

    @property
    def emphasis(self):
        """str: the next step while something is left; to say otherwise afterwards is one of several."""
        return "primary" if self.left() else "normal"

    def rules(self, data):
        if self.actor.userid in self.sheet.absent:
            message = _("violation_council_absent", default="Đã ghi nhận vắng mặt nên không biểu quyết.")
            yield self.violation("absent", message, rule=COUNCIL)
        for name in data["items"] if data else ():
            if self.sheet.named(name) is None:
                message = _("violation_disposal_not_listed", default="Không có trong danh mục của đợt xét hủy này.")
                yield self.violation("not_listed", message, field="items")
        if data and not data["items"] and not self.left():
            message = _(
                "violation_all_voted",
                default="Anh/chị đã biểu quyết hết danh mục. Muốn đổi ý kiến, hãy ghi rõ hồ sơ, văn bản cần đổi.",
            )
            yield self.violation("all_voted", message, field="items", rule=COUNCIL)

    def detail(self, data, result):
        """The journal names what was voted on, the choice and the reason."""
        return vote_detail(self.sheet, result["items"], data)

    def left(self):
        """UIDs of what the person has not voted on yet: list."""
        userid, votes = self.actor.userid, self.sheet.votes
        return [item.uid for item in self.sheet.items() if userid not in votes.get(item.uid, {})]

    def execute(self, data):
        userid = self.actor.userid
        uids = list(dict.fromkeys(self.sheet.named(name).uid for name in data["items"] or self.left()))
        for uid in uids:
            self.sheet.vote(uid, userid, data["choice"], data["why"])
        return {"voted": len(uids), "items": uids}


class SettleTie(CouncilAct):
    """Of equal votes the chair's choice decides, with its reason in the minutes."""

    id = "settle_tie"
    title = _("act_disposal_tie", default="Quyết định khi số phiếu bằng nhau")
    description = _("act_disposal_tie_help", default="Chủ tịch quyết định, nêu rõ lý do.")
    schema = ITieInput
    roles = ("chair",)
    order = 45

    def rules(self, data):
        tied = ties(self.sheet)
        if not tied:
            message = _("violation_no_tie", default="Không có hồ sơ, văn bản nào có số phiếu bằng nhau.")
            yield self.violation("no_tie", message, rule=COUNCIL)
        elif data is not None and any(uid not in tied for uid in self.chosen(data)):
            message = _("violation_not_tied", default="Chỉ chọn hồ sơ, văn bản có số phiếu bằng nhau.")
            yield self.violation("not_tied", message, field="items", rule=COUNCIL)

    def chosen(self, data):
        """UIDs of the items that are named, "" for what is not on the list: list."""
        return [item.uid if item else "" for item in map(self.sheet.named, data["items"])]

    def execute(self, data):
        chosen = self.chosen(data) or ties(self.sheet)
        self.sheet.write("ties", {**self.sheet.ties, **dict.fromkeys(chosen, (data["choice"], data["why"]))})
        return {"settled": len(chosen), "items": list(chosen)}

    def detail(self, data, result):
        """See Vote."""
        return vote_detail(self.sheet, result["items"], data)


class RecordAbsence(CouncilAct):
    """A member who does not come is written down with the reason; what he has voted does not count."""

    id = "record_absence"
    title = _("act_disposal_absence", default="Ghi nhận vắng mặt")
    description = _("act_disposal_absence_help", default="Thành viên vắng mặt có lý do không tính vào biểu quyết.")
    schema = IAbsenceInput
    beside = ("vote",)
    roles = ("secretary",)
    order = 50

    def rules(self, data):
        if data is None:
            return
        if self.sheet.members.get(data["member"]) in (None, *ALWAYS_THERE):
            message = _(
                "violation_absence_role", default="Chỉ ghi vắng mặt thành viên khác Chủ tịch và Thư ký Hội đồng."
            )
            yield self.violation("not_absent", message, field="member", rule=COUNCIL)
        elif data["member"] not in may_be_absent(self.sheet):
            message = _(
                "violation_absence_voted",
                default="${name} đã biểu quyết hết danh mục, hoặc đã được ghi nhận vắng mặt.",
                mapping={"name": getUtility(IDirectory).person(data["member"]).fullname},
            )
            yield self.violation("not_absent", message, field="member", rule=COUNCIL)

    def execute(self, data):
        self.sheet.write("absent", {**self.sheet.absent, data["member"]: data["why"]})
        return {}


class EndAbsence(CouncilAct):
    """Somebody who was written down as absent comes after all, or it was a mistake: he votes, and it counts."""

    id = "end_absence"
    title = _("act_disposal_presence", default="Bỏ ghi nhận vắng mặt")
    description = _("act_disposal_presence_help", default="Khi ghi nhầm, hoặc thành viên đến sau và biểu quyết.")
    schema = IPresenceInput
    beside = ("vote",)
    roles = ("secretary",)
    order = 55

    def relevant(self):
        return super().relevant() and bool(self.sheet.absent)

    def rules(self, data):
        if not self.sheet.absent:
            message = _("violation_nobody_absent", default="Không có thành viên nào được ghi nhận vắng mặt.")
            yield self.violation("nobody_absent", message, rule=COUNCIL)
        elif data is not None and data["member"] not in self.sheet.absent:
            message = _("violation_not_absent", default="Thành viên này không được ghi nhận vắng mặt.")
            yield self.violation("not_absent", message, field="member", rule=COUNCIL)

    def execute(self, data):
        left = {userid: why for userid, why in self.sheet.absent.items() if userid != data["member"]}
        self.sheet.write("absent", left)
        return {}

    def detail(self, data, result):
        return {"member": getUtility(IDirectory).person(data["member"]).fullname}


class Conclude(CouncilAct):
    """The minutes are made: no vote changes any more; what is kept leaves the list, with a longer period if said."""

    id = "conclude"
    title = _("act_disposal_conclude", default="Chốt biên bản họp")
    description = _("act_disposal_conclude_help", default="Kết thúc biểu quyết và lập biên bản, kể cả ý kiến khác.")
    schema = IConcludeInput
    roles = ("secretary",)
    emphasis = "primary"
    order = 60

    def rules(self, data):
        outcomes = outcomes_of(self.sheet)
        present = [userid for userid in self.sheet.members if userid not in self.sheet.absent]
        votes = self.sheet.votes
        missing = {userid for uid in outcomes for userid in present if userid not in votes.get(uid, {})}
        if missing:
            message = _(
                "violation_votes_missing",
                default="${names} chưa biểu quyết hết danh mục: biểu quyết hoặc ghi nhận vắng mặt.",
                mapping={"names": ", ".join(name_of(userid) for userid in present if userid in missing)},
            )
            yield self.violation("votes_missing", message, rule=COUNCIL)
        elif "tie" in outcomes.values():
            message = _("violation_tie", default="Có hồ sơ, văn bản số phiếu bằng nhau: Chủ tịch quyết định trước.")
            yield self.violation("tie", message, rule=COUNCIL)

    def transition_for(self, data, result):
        if not result["destroy"]:
            return "cancel"
        return "ask_opinion" if needs_opinion(self.record) else "conclude"

    def execute(self, data):
        outcomes = outcomes_of(self.sheet)
        for item in self.sheet.items():
            item.outcome = outcomes[item.uid]
            if item.outcome == "keep":
                keep(self.record, item, data["keep_years"], self.actor.userid)
        kept = {"concluded": clock.now().isoformat(), "heard": deposits(self.record)}
        self.sheet.write("council", {**self.sheet.council, **kept})
        file_component(self.record, "minutes", self.actor.userid)
        IGrants(self.record).revoke("step", reference="council")
        for userid in self.sheet.members:
            IGrants(self.record).grant(userid, "Participant", "step", "council")
        counts = list(outcomes.values())
        return {"destroy": counts.count("destroy"), "keep": counts.count("keep")}

    def detail(self, data, result):
        return dict(result)


def vote_detail(sheet, uids, data):
    """dict for the journal: UIDs of what was voted on, the codes of the first of them, choice and reason."""
    items = [sheet.item(uid) for uid in uids[:MOST_NAMED]]
    codes = "; ".join(item.reference or item.title for item in items)
    if len(uids) > MOST_NAMED:
        codes = f"{codes}; … (+{len(uids) - MOST_NAMED})"
    return {"items": list(uids), "codes": codes, "choice": data["choice"], "comment": data["why"]}


def outcomes_of(sheet):
    """dict uid -> outcome of the votes of members who are present (see rules.outcome)."""
    votes, settled, absent = sheet.votes, sheet.ties, sheet.absent
    found = {}
    for item in sheet.items():
        said = [choice for userid, (choice, _why) in votes.get(item.uid, {}).items() if userid not in absent]
        found[item.uid] = outcome(said, settled.get(item.uid, (None,))[0])
    return found


def ties(sheet):
    """UIDs of items with as many votes for as against, settled or not: list."""
    votes, absent = sheet.votes, sheet.absent
    return [
        item.uid
        for item in sheet.items()
        if outcome([said[0] for userid, said in votes.get(item.uid, {}).items() if userid not in absent]) == "tie"
    ]


def keep(disposal, item, years, by):
    """The record leaves the list; a dossier gets the period ``years`` when that is longer than its own."""
    record = find_record(item.uid)
    take_out(disposal, item, by, item.why)
    if record is None:
        return
    if years and item.kind == "dossier" and record.retention_kind == "years" and years > (record.retention_years or 0):
        IJournal(record).append(
            "changed", by, {"fields": {"retention_years": [record.retention_years, years]}, "reason": disposal.title}
        )
        record.retention_years = years
    record.reindexObject()
