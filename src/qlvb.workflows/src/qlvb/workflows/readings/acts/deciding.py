"""Lend, refuse, withdraw."""

from AccessControl import getSecurityManager
from datetime import timedelta
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.readings.rules import LAW
from qlvb.content.readings.rules import READING_DAYS
from qlvb.content.readings.rules import due_violations
from qlvb.content.readings.rules import secret_violation
from qlvb.workflows.acts.base import CONFLICT_CODES
from qlvb.workflows.acts.base import Act
from qlvb.workflows.readings.copies import ask_for_copies
from qlvb.workflows.readings.inputs import ILendInput
from qlvb.workflows.readings.inputs import IReasonInput
from qlvb.workflows.readings.records import called
from qlvb.workflows.readings.records import found_by
from qlvb.workflows.readings.records import is_closed_to_readers
from qlvb.workflows.readings.records import is_restricted
from qlvb.workflows.readings.records import note_lent
from qlvb.workflows.readings.records import paper_violations
from qlvb.workflows.readings.settings import loan_days_of
from zope.component import getUtility


class DecidingAct(Act):
    """Base: acts of the archivist, and of the head where the use of a record is restricted."""

    permission = "qlvb: Decide reading"
    states = ("requested",)
    conflict_codes = CONFLICT_CODES | {"already_lent", "held", "under_disposal", "paper_gone"}

    def leads(self):
        """bool: the current user is a leader of the agency."""
        roles = getSecurityManager().getUser().getRolesInContext(self.record)
        return "AgencyLeader" in roles

    def leader_violations(self, record):
        """list of Violation: a restricted record is the head's to decide."""
        if record is None or not is_restricted(record) or self.leads():
            return []
        message = _(
            "violation_reading_leader",
            default="Hồ sơ sử dụng có điều kiện (${mode}): lãnh đạo cơ quan duyệt.",
            mapping={"mode": record.access_conditions},
        )
        return [self.violation("forbidden", message, field="record", rule=LAW)]


class Lend(DecidingAct):
    """Granted: the copies are made, or the paper is handed out."""

    id = "lend"
    title = _("act_reading_lend", default="Cho mượn")
    description = _(
        "act_reading_lend_help",
        default="Duyệt phiếu yêu cầu: hệ thống làm bản đọc hoặc bản sao, hồ sơ giấy thì giao cho người mượn.",
    )
    schema = ILendInput
    transition = "lend"
    emphasis = "primary"
    order = 10

    def defaults(self):
        record = find_record(self.record.record)
        name = called(record) if record is not None else ""
        return {"record": name, "due": clock.today() + timedelta(days=READING_DAYS), "answer": ""}

    def wanted(self, data):
        """The record that is given, or None."""
        agency = getUtility(IDirectory).agency_of(self.record)
        return found_by(data["record"], agency.id) if data else find_record(self.record.record)

    def rules(self, data):
        record = self.wanted(data)
        if record is None:
            if data is not None:
                message = _(
                    "violation_reading_named",
                    default="Không tìm thấy đúng một hồ sơ, tài liệu như vậy. Mã có ở nhiều năm thì ghi thêm năm: "
                    "01.CNTT/2024.",
                )
                yield self.violation("record_unknown", message, field="record")
            return
        yield from self.leader_violations(record)
        if is_closed_to_readers(record):
            yield secret_violation()
        elif self.record.kind == PAPER:
            yield from paper_violations(record, self.record)
        if data is not None:
            today = clock.today()
            yield from due_violations(self.record.kind, today, data["due"], today, loan_days_of(self.record))

    def execute(self, data):
        record, reading = self.wanted(data), self.record
        reading.record = IUUID(record)
        reading.lent_on, reading.due, reading.answer = clock.today(), data["due"], data["answer"]
        if reading.kind == PAPER:
            note_lent(record, reading)
        else:
            ask_for_copies(reading, self.actor.userid)
        return {"record": reading.record, "due": data["due"].isoformat()}

    def detail(self, data, result):
        return {"comment": data["answer"], "due": f"{data['due']:%d/%m/%Y}", "record": result["record"]}


class Refuse(DecidingAct):
    """Not granted."""

    id = "refuse_reading"
    title = _("act_reading_refuse", default="Từ chối")
    description = _("act_reading_refuse_help", default="Không cho đọc, mượn; nêu rõ lý do.")
    schema = IReasonInput
    transition = "refuse"
    emphasis = "danger"
    order = 20

    def execute(self, data):
        self.record.answer = data["reason"]
        return {}

    def detail(self, data, result):
        return {"comment": data["reason"]}


class Withdraw(Act):
    """The reader does not need it any more."""

    id = "withdraw_reading"
    title = _("act_reading_withdraw", default="Rút phiếu")
    description = _("act_reading_withdraw_help", default="Không cần khai thác nữa.")
    permission = "qlvb: Ask to read"
    states = ("requested",)
    transition = "withdraw"
    order = 30
