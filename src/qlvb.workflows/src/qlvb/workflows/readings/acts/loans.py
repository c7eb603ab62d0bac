"""Take back, extend, chase."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.readings.rules import COPIES
from qlvb.content.readings.rules import READING_DAYS
from qlvb.content.readings.rules import due_violations
from qlvb.workflows.acts.base import Act
from qlvb.workflows.readings.inputs import IChaseInput
from qlvb.workflows.readings.inputs import IEndInput
from qlvb.workflows.readings.inputs import IExtendInput
from qlvb.workflows.readings.inputs import IReturnInput
from qlvb.workflows.readings.records import note_back
from qlvb.workflows.readings.settings import loan_days_of


class LoanAct(Act):
    """Base: acts of the archivist on what is lent."""

    permission = "qlvb: Decide reading"
    states = ("lent",)


class Return(LoanAct):
    """The paper is back, or the time of the copies ends."""

    id = "return_reading"
    transition = "return"
    emphasis = "primary"
    order = 10

    @property
    def schema(self):
        """The state of paper is written down."""
        return IReturnInput if self.record.kind == PAPER else IEndInput

    @property
    def title(self):
        """Paper comes back; of a copy on the screen nothing does."""
        if self.record.kind == PAPER:
            return _("act_reading_return", default="Nhận trả")
        return _("act_reading_end", default="Kết thúc khai thác")

    @property
    def description(self):
        """See ``title``."""
        if self.record.kind == PAPER:
            return _("act_reading_return_help", default="Hồ sơ giấy đã về kho.")
        return _("act_reading_end_help", default="Đóng bản đọc, bản sao ngay: người khai thác không xem được nữa.")

    def execute(self, data):
        end_loan(self.record)
        return {}

    def detail(self, data, result):
        return {"comment": data["note"], "kind": self.record.kind}


class Extend(LoanAct):
    """A later day of return."""

    id = "extend_reading"
    title = _("act_reading_extend", default="Gia hạn")
    description = _("act_reading_extend_help", default="Cho mượn thêm; bản đọc không quá 15 ngày kể từ ngày cho đọc.")
    schema = IExtendInput
    order = 20

    def rules(self, data):
        begin, most = self.record.lent_on, loan_days_of(self.record)
        if self.record.kind != PAPER and self.record.due >= begin + timedelta(days=READING_DAYS):
            message = _(
                "violation_reading_longest",
                default="Bản đọc, bản sao đã được xem ${days} ngày, mức dài nhất; cần xem thêm thì lập phiếu mới.",
                mapping={"days": str(READING_DAYS)},
            )
            yield self.violation("longest", message, rule=COPIES)
            return
        if data is None:
            return
        yield from due_violations(self.record.kind, begin, data["due"], clock.today(), most)
        if data["due"] <= self.record.due:
            message = _("violation_reading_not_later", default="Hạn trả mới phải sau hạn trả hiện nay.")
            yield self.violation("not_later", message, field="due")

    def execute(self, data):
        self.record.due = data["due"]
        return {"due": data["due"].isoformat()}

    def detail(self, data, result):
        return {"comment": data["reason"], "due": f"{data['due']:%d/%m/%Y}"}


class Chase(LoanAct):
    """Ask the reader to bring it back; the notice is told by :mod:`..telling`."""

    id = "chase_reading"
    title = _("act_reading_chase", default="Đôn đốc trả")
    description = _("act_reading_chase_help", default="Nhắc người mượn trả hồ sơ.")
    schema = IChaseInput
    order = 30

    def rules(self, data):
        if self.record.kind != PAPER:
            message = _("violation_reading_closes", default="Bản đọc, bản sao tự đóng khi hết hạn, không phải trả.")
            yield self.violation("closes_itself", message)
            return
        if not self.record.requester:
            message = _(
                "violation_reading_outsider",
                default="Người khai thác không có tài khoản: hãy liên hệ ${contact}.",
                mapping={"contact": self.record.reader_contact or self.record.reader_name},
            )
            yield self.violation("no_account", message)

    def detail(self, data, result):
        return {"comment": data["message"]}


def end_loan(reading):
    """What every end of a loan does, by the archivist or by the system."""
    reading.returned_on = clock.today()
    record = find_record(reading.record)
    if reading.kind == PAPER and record is not None:
        note_back(record, reading)
