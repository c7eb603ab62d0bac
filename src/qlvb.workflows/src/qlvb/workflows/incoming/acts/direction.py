"""Asking a leader and deciding who handles it (NĐ 30/2020 Điều 23): Trình lãnh đạo, Bút phê & Phân công and what goes
with them.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Violation
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.assignment import assign
from qlvb.workflows.incoming.assignment import check_assignment
from qlvb.workflows.incoming.assignment import deadline_of
from qlvb.workflows.incoming.assignment import why_no_leader
from qlvb.workflows.incoming.drawing import drawing_violations
from qlvb.workflows.incoming.drawing import keep_drawing
from qlvb.workflows.incoming.drawing import with_words
from qlvb.workflows.incoming.drawing import words_or_drawing
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.inputs import IDirectInput
from qlvb.workflows.incoming.inputs import IDistributeInput
from qlvb.workflows.incoming.inputs import IKeepInput
from qlvb.workflows.incoming.inputs import IPassLeaderInput
from qlvb.workflows.incoming.inputs import IPresentInput
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.settings import IIncomingSettings
from qlvb.workflows.incoming.settling import stop_waiting
from qlvb.workflows.incoming.settling import wait_for
from qlvb.workflows.incoming.vocabularies import leaders
from qlvb.workflows.incoming.vocabularies import people
from qlvb.workflows.tasks.interfaces import ITaskFactory
from zope.component import getUtility
from zope.i18n import translate


#: Field of a task -> input of the direction that it was made of.
TASK_FIELDS = {"leads": "lead", "coordinators": "coordinate", "deadline": "deadline", "request": "text"}
SUGGESTED_PROPOSAL = _("act_present_suggestion", default="Kính trình đồng chí xem xét, cho ý kiến chỉ đạo.")


class Present(Act):
    """The clerk asks a leader for direction."""

    id = "present"
    title = _("act_present", default="Trình lãnh đạo")
    description = _("act_present_help", default="Trình lãnh đạo cho ý kiến, kèm ý kiến đề xuất.")
    schema = IPresentInput
    permission = "qlvb: Register incoming"
    states = ("registered", "to_direct")
    transition = "present"
    order = 10

    @property
    def emphasis(self):
        """Once a leader has it, asking another one is not what comes next."""
        return "primary" if self.state == "registered" else "normal"

    def defaults(self):
        first = next(iter(leaders(self.record)), None)
        return {
            "leader": handling_of(self.record).leader or (first.value if first else None),
            "proposal": self.record.proposed_direction or translate(SUGGESTED_PROPOSAL, target_language="vi"),
        }

    def rules(self, data):
        yield from leader_violations(self, data)
        if data and self.state == "to_direct" and data["leader"] == handling_of(self.record).leader:
            message = _("violation_same_leader", default="Văn bản đang chờ chính lãnh đạo này cho ý kiến.")
            yield self.violation("same_leader", message, "leader")

    def execute(self, data):
        self.record.proposed_direction = data["proposal"]
        change_handling(self.record).ask(data["leader"], self.actor.userid)
        wait_for(self.record, data["leader"])
        return {"leader": data["leader"]}


class HandOver(Act):
    """The clerk distributes it without asking a leader."""

    id = "hand_over"
    title = _("act_hand_over", default="Chuyển xử lý")
    description = _("act_hand_over_help", default="Văn thư chuyển thẳng đến người xử lý.")
    schema = IDistributeInput
    permission = "qlvb: Register incoming"
    states = ("registered",)
    transition = "hand_over"
    order = 20

    def rules(self, data):
        directory = getUtility(IDirectory)
        agency = directory.agency_object(directory.agency_of(self.record).id)
        if not IIncomingSettings(agency).direct_distribution:
            message = _(
                "violation_no_direct_distribution",
                default="Theo quy định của cơ quan, văn bản đến phải trình lãnh đạo trước khi chuyển xử lý.",
            )
            return [self.violation("leader_first", message, rule="NĐ 30/2020 Điều 23")]
        return check_assignment(self.record, data) if data else ()

    def execute(self, data):
        change_handling(self.record).distribute(self.actor.userid)
        return assigned(self, data, data["request"])


class Direct(Act):
    """The leader decides: text, who leads, who helps, who is to know, until when. Once work is under way, adds
    people.
    """

    id = "direct"
    title = _("act_direct", default="Bút phê & Phân công")
    description = _(
        "act_direct_help", default="Cho ý kiến chỉ đạo, giao người chủ trì, phối hợp, nhận để biết và hạn xử lý."
    )
    schema = IDirectInput
    permission = "qlvb: Direct"
    states = ("to_direct", "in_progress")
    order = 10

    @property
    def emphasis(self):
        """Once it is directed, directing it further is not what comes next."""
        return "primary" if self.state == "to_direct" else "normal"

    def defaults(self):
        proposed = self.record.proposed_handler
        fits = self.state == "to_direct" and proposed in {term.value for term in people(self.record)}
        due = self.record.due_date
        ahead = due if due and due >= clock.today() else None  # a past one would be refused
        return {"deadline": ahead, **({"lead": [proposed]} if fits else {})}

    def rules(self, data):
        if data is None:
            return
        yield from words_or_drawing(data)
        yield from check_assignment(self.record, data, lead_required=self.state == "to_direct")
        if data["as_tasks"]:
            agency, fields = self.task_fields(data)
            for violation in getUtility(ITaskFactory).check(agency, fields, self.actor.userid, self.record):
                yield Violation(TASK_FIELDS.get(violation.field, "as_tasks"), violation.code, violation.message)

    def transition_for(self, data, result):
        return "direct" if self.state == "to_direct" else None

    def execute(self, data):
        data = write_down(self, data)
        stop_waiting(self.record, decided_by=self.actor.on_behalf or self.actor.userid)
        result = assigned(self, data, data["text"])
        if data["as_tasks"]:
            agency, fields = self.task_fields(data)
            result["task"] = IUUID(getUtility(ITaskFactory).create(agency, fields, self.actor.userid, self.record))
        return result

    def task_fields(self, data):
        """(agency id, fields) of the tasks that follow the direction."""
        record, data = self.record, with_words(data, len(handling_of(self.record).directions) + 1)
        fields = {
            "subject": record.subject,
            "leads": [f"user:{userid}" for userid in data["lead"]],
            "coordinators": [f"user:{userid}" for userid in data["coordinate"]],
            "request": data["text"],
            "urgency": record.urgency,
            "secrecy": record.secrecy,
        }
        deadline = deadline_of(record, data)
        if deadline is not None:
            fields["deadline"] = deadline
        return getUtility(IDirectory).agency_of(record).id, fields


class PassLeader(Act):
    """The leader asked gives it to another leader and goes on following it."""

    id = "pass_leader"
    title = _("act_pass_leader", default="Chuyển lãnh đạo khác")
    description = _("act_pass_leader_help", default="Chuyển để lãnh đạo khác cho ý kiến; anh/chị vẫn theo dõi văn bản.")
    schema = IPassLeaderInput
    permission = "qlvb: Direct"
    states = ("to_direct",)
    transition = "pass_leader"
    order = 30

    def rules(self, data):
        yield from leader_violations(self, data)
        if data and self.actor.stands_for(data["leader"]):
            message = _("violation_pass_to_self", default="Hãy chọn một lãnh đạo khác.")
            yield self.violation("pass_to_self", message, "leader")

    def execute(self, data):
        change_handling(self.record).ask(data["leader"], self.actor.userid)
        wait_for(self.record, data["leader"])
        return {"leader": data["leader"]}


class SendBack(Act):
    """The leader gives it back to the clerk."""

    id = "send_back"
    title = _("act_send_back", default="Trả lại văn thư")
    description = _("act_send_back_help", default="Trả lại văn thư kèm lý do.")
    schema = IReasonInput
    permission = "qlvb: Direct"
    states = ("to_direct",)
    transition = "send_back"
    order = 80

    def execute(self, data):
        change_handling(self.record).come_back(data["reason"], self.actor.userid)
        stop_waiting(self.record)
        return {}


class Keep(Act):
    """Nothing to do: the leader has read it, some may be told."""

    id = "keep"
    title = _("act_keep", default="Lưu, để biết")
    description = _("act_keep_help", default="Không giao xử lý; lưu văn bản và gửi để biết nếu cần.")
    schema = IKeepInput
    permission = "qlvb: Direct"
    states = ("to_direct",)
    transition = "keep"
    order = 40

    def rules(self, data):
        if data and data["drawing"] is not None:
            yield from drawing_violations(data["drawing"].data)
        if data and data["information"]:
            yield from check_assignment(self.record, data, lead_required=False)

    def execute(self, data):
        data = write_down(self, data)
        stop_waiting(self.record, decided_by=self.actor.on_behalf or self.actor.userid)
        return {"lines": assign(self.record, data, self.actor.userid, data["text"])}


def write_down(act, data):
    """Keep what the leader wrote, by hand too; returns ``data`` with its words."""
    handling = change_handling(act.record)
    number = len(handling.directions) + 1
    data = with_words(data, number)
    handling.direct(data["text"], act.actor.userid, keep_drawing(act.record, data, number, act.actor.userid))
    return data


def leader_violations(act, data):
    """Violations of the choice of a leader."""
    agency = getUtility(IDirectory).agency_of(act.record)
    if data is not None and (gone := why_no_leader(data["leader"], agency)) is not None:
        yield Violation("leader", *gone)


def assigned(act, data, request):
    """Make the lines of an act's input, put the deadline on the record; returns the act's result."""
    record = act.record
    lines = assign(record, data, act.actor.userid, request)
    deadline = deadline_of(record, data)
    if deadline is not None and (record.due_date is None or act.state != "in_progress"):
        record.due_date = deadline
    directory = getUtility(IDirectory)
    names = [directory.person(userid).fullname for role in ("lead", "coordinate") for userid in data[role]]
    record.to_places = "; ".join(dict.fromkeys([*filter(None, record.to_places.split("; ")), *names]))[:1000]
    return {"lines": lines, "deadline": deadline.isoformat() if deadline else None}
