"""Acts of who asks: Lấy ý kiến, Gia hạn, Kết thúc, Tiếp thu (workflows 3.5; NĐ 30/2020 Điều 10)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.consultation.inputs import IChaseInput
from qlvb.workflows.consultation.inputs import IConsultInput
from qlvb.workflows.consultation.inputs import IEndInput
from qlvb.workflows.consultation.inputs import IExtendInput
from qlvb.workflows.consultation.inputs import ISettleInput
from qlvb.workflows.consultation.inputs import IWithdrawInput
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.outcome import tell_back
from qlvb.workflows.consultation.telling import tell_asked
from qlvb.workflows.consultation.telling import tell_chased
from qlvb.workflows.consultation.telling import tell_later
from qlvb.workflows.consultation.withdrawing import take_back
from qlvb.workflows.consultation.words import DECISION_TITLES
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.outgoing.draft_rules import main_file_violations
from qlvb.workflows.rights.secrecy import is_secret
from zope.component import getUtility
from zope.i18n import translate


#: Working days that are proposed for an answer.
USUAL_DAYS = 5


class AskingAct(Act):
    """Base: what the drafter does with a round."""

    permission = "qlvb: Draft"
    conflict_codes = Act.conflict_codes | {"no_round"}

    @property
    def consultations(self):
        return IConsultations(self.record)

    def asked(self, data):
        """list of principals that the input names."""
        return [*data["people"], *data["units"], *data["agencies"]]

    def until(self, data):
        """date: the day given, or counted in the working days of the agency."""
        if data["working_days"]:
            agency = getUtility(IDirectory).agency_of(self.record)
            return getUtility(IWorkingCalendar).add(clock.today(), data["working_days"], agency.id)
        return data["deadline"]

    def past(self, day):
        """The violation of a deadline that has passed, or None."""
        if day >= clock.today():
            return None
        message = _("violation_consultation_past", default="Hạn trả lời đã qua: hãy chọn ngày từ hôm nay trở đi.")
        return self.violation("deadline_past", message, "deadline")


class Consult(AskingAct):
    """Lấy ý kiến: several people and units at once; the draft stands still until the round ends."""

    id = "consult"
    title = _("act_consult", default="Lấy ý kiến")
    description = _(
        "act_consult_help", default="Xin ý kiến nhiều người, nhiều phòng cùng lúc về bản dự thảo này trước khi trình."
    )
    schema = IConsultInput
    states = ("draft",)
    transition = "enter_consulting"
    order = 20

    def defaults(self):
        agency = getUtility(IDirectory).agency_of(self.record)
        return {"deadline": getUtility(IWorkingCalendar).add(clock.today(), USUAL_DAYS, agency.id)}

    def rules(self, data):
        if is_secret(self.record):
            message = _("violation_consult_secret", default="Không lấy ý kiến rộng rãi đối với văn bản mật.")
            yield self.violation("secret", message, "", "Luật BVBMNN 2018")
        yield from main_file_violations(self.record)
        if data is None:
            return
        if not self.asked(data):
            message = _("violation_nobody_asked", default="Chưa chọn người, phòng hoặc cơ quan được xin ý kiến.")
            yield self.violation("nobody_asked", message, "people")
        if (late := self.past(self.until(data))) is not None:
            yield late

    def execute(self, data):
        principals = self.asked(data)
        found = self.consultations.begin(data["question"], self.until(data), principals, self.actor.userid)
        tell_asked(self.record, found, found.opinions)
        return {"round": found.id, "asked": [name_of(principal) for principal in principals]}

    def detail(self, data, result):
        return {**result, "deadline": self.until(data).isoformat(), "comment": data["question"]}


class Extend(AskingAct):
    """Gia hạn: a later day, and further people."""

    id = "extend_consultation"
    title = _("act_extend_consultation", default="Gia hạn lấy ý kiến")
    description = _("act_extend_consultation_help", default="Lùi hạn trả lời; có thể hỏi thêm người, phòng khác.")
    schema = IExtendInput
    states = ("consulting",)
    order = 30

    def defaults(self):
        """The day that holds: one may ask further people without moving it."""
        current = self.consultations.current()
        return {"deadline": max(current.deadline, clock.today())} if current is not None else {}

    def rules(self, data):
        if data is None:
            return
        if (late := self.past(self.until(data))) is not None:
            yield late
        elif self.until(data) < self.consultations.current().deadline:
            message = _("violation_deadline_earlier", default="Hạn mới phải không sớm hơn hạn đang có.")
            yield self.violation("deadline_earlier", message, "deadline")

    def execute(self, data):
        current = self.consultations.current()
        before = current.deadline
        self.consultations.extend(self.until(data))
        made = self.consultations.ask(self.asked(data))
        tell_asked(self.record, current, made)
        if current.deadline != before:
            tell_later(self.record, current)
        asked = [name_of(opinion.principal) for opinion in made]
        return {"round": current.id, "before": before.isoformat(), "asked": asked}

    def detail(self, data, result):
        return {**result, "deadline": self.until(data).isoformat()}


class End(AskingAct):
    """Kết thúc lấy ý kiến: the draft is the drafter's again."""

    id = "end_consultation"
    title = _("act_end_consultation", default="Kết thúc lấy ý kiến")
    description = _(
        "act_end_consultation_help", default="Đóng đợt lấy ý kiến; người chưa trả lời không góp ý được nữa."
    )
    schema = IEndInput
    states = ("consulting",)
    transition = "enter_draft"
    emphasis = "primary"
    order = 10
    comment_from = "comment"

    def execute(self, data):
        found = self.consultations.close(self.actor.userid)
        tell_back(found, found.opinions, self.actor.userid)
        answered = len(found.opinions) - len(found.open_opinions())
        return {"round": found.id, "answered": str(answered), "all": str(len(found.opinions))}


class WithdrawConsultation(AskingAct):
    """Rút: the question is taken back; what has been answered stays in the table."""

    id = "withdraw_consultation"
    title = _("act_withdraw_consultation", default="Rút lấy ý kiến")
    description = _(
        "act_withdraw_consultation_help", default="Rút dự thảo đang lấy ý kiến về; nơi được hỏi không xem được nữa."
    )
    schema = IWithdrawInput
    states = ("consulting",)
    transition = "enter_draft"
    emphasis = "danger"
    order = 60
    comment_from = "reason"

    def execute(self, data):
        return take_back(self.record, self.actor.userid, data["reason"])


class Chase(AskingAct):
    """Đôn đốc: whoever has not answered is told once more; counted."""

    id = "chase_consultation"
    title = _("act_chase_consultation", default="Đôn đốc cho ý kiến")
    description = _("act_chase_consultation_help", default="Nhắc người, phòng, cơ quan chưa trả lời.")
    schema = IChaseInput
    states = ("consulting",)
    conflict_codes = AskingAct.conflict_codes | {"nobody_waits"}
    order = 35
    comment_from = "message"

    def rules(self, data):
        if not self.consultations.current().open_opinions():
            message = _("violation_nobody_to_chase", default="Mọi nơi được hỏi đều đã trả lời.")
            yield self.violation("nobody_waits", message)

    def execute(self, data):
        chased = self.consultations.chase(self.actor.userid)
        tell_chased(self.record, self.consultations.current(), chased, data["message"])
        return {"chased": [name_of(opinion.principal) for opinion in chased]}


class Settle(AskingAct):
    """Tiếp thu, giải trình one remark; a rejected one needs its reason."""

    id = "settle_opinion"
    title = _("act_settle_opinion", default="Tiếp thu, giải trình")
    description = _("act_settle_opinion_help", default="Ghi ý kiến nào được tiếp thu, ý kiến nào không và vì sao.")
    schema = ISettleInput
    states = ("draft", "consulting", "returned")
    order = 40
    comment_from = "reason"

    def relevant(self):
        return super().relevant() and any(
            opinion.points for found in self.consultations.rounds() for opinion in found.opinions
        )

    def rules(self, data):
        if data is not None and data["decision"] == "rejected" and not data["reason"].strip():
            message = _("violation_rejection_reason", default="Không tiếp thu thì phải giải trình lý do.")
            yield self.violation("reason_missing", message, "reason")

    def execute(self, data):
        point = self.consultations.decide(data["point"], data["decision"], data["reason"], self.actor.userid)
        found, opinion, _point = self.consultations.point(point.id)
        tell_back(found, [opinion], self.actor.userid)
        decision = translate(DECISION_TITLES[point.decision], target_language="vi")
        table = f"{self.record.absolute_url()}/@@consultation#remark-{point.id}"
        return {"point": point.id, "place": point.place, "decision": decision, "redirect": table}

    def detail(self, data, result):
        """See IAct; where the screen goes on is nothing for the journal."""
        said = {name: value for name, value in result.items() if name != "redirect"}
        return {**said, "comment": data["reason"]}
