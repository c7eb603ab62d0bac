"""On to the historical archive (Luật Lưu trữ 33/2024/QH15 Điều 17; TT 05/2025/TT-BNV): registered 12 months ahead,
answered within 07 working days, packed as SIPs, decided within 60 days. What the historical archive answers is written
down by the agency's archivist with the letter that says it.
"""

from datetime import timedelta
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.lookup import find_record
from qlvb.content.transfers.deadlines import in_months
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.transfer.acts.base import RECEIVE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.acts.choosing import CancelTransfer
from qlvb.workflows.transfer.held import is_held
from qlvb.workflows.transfer.inputs import ILetterInput
from qlvb.workflows.transfer.inputs import IRefusalInput
from qlvb.workflows.transfer.inputs import IRegisterInput
from qlvb.workflows.transfer.inputs import ISentLetterInput
from qlvb.workflows.transfer.jobs.names import ACCEPT
from qlvb.workflows.transfer.jobs.names import CHECK
from qlvb.workflows.transfer.jobs.names import PACK
from qlvb.workflows.transfer.jobs.names import live
from zope.component import getUtility


AHEAD_MONTHS = 12
ANSWER_DAYS = 7  # working days
DECISION_DAYS = 60
TT05 = "TT 05/2025/TT-BNV"


class HistoricalAct(TransferAct):
    """Base."""

    permission = RECEIVE
    kind = HISTORICAL
    order = 10

    def detail(self, data, result):
        words = {"comment": data["reason"]} if "reason" in data else {}
        return {**words, **{name: data[name] for name in ("letter", "registration") if name in data}}


class RegisterHistorical(HistoricalAct):
    """The agency registers what it will hand over; the machine checks it meanwhile."""

    id = "register_historical"
    title = _("act_register_historical", default="Đăng ký nộp lưu trữ lịch sử")
    description = _("act_register_historical_help", default="Đăng ký trước 12 tháng; hệ thống kiểm tra hồ sơ ngay.")
    schema = IRegisterInput
    states = ("draft",)
    transition = "register"
    emphasis = "primary"

    def defaults(self):
        return {"earliest": in_months(clock.today(), AHEAD_MONTHS)}

    def rules(self, data):
        items = self.items.all()
        if not items:
            yield self.empty()
        yield from held(self, items)
        if data is not None and data["earliest"] < in_months(clock.today(), AHEAD_MONTHS):
            message = _(
                "violation_historical_ahead",
                default="Phải đăng ký trước ít nhất 12 tháng: ngày nộp sớm nhất là ${day}.",
                mapping={"day": in_months(clock.today(), AHEAD_MONTHS).strftime("%d/%m/%Y")},
            )
            yield self.violation("too_early", message, "earliest", TT05)

    def execute(self, data):
        record, by = self.record, self.actor.userid
        record.registration, record.earliest = data["registration"], data["earliest"]
        record.receiver = by
        record.answer_due = getUtility(IWorkingCalendar).add(clock.today(), ANSWER_DAYS, self.agency.id)
        IJobs(record).enqueue(CHECK, f"{CHECK}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"answer_due": record.answer_due.isoformat()}


def held(act, items):
    """Violations of dossiers that are held; a transfer to the historical archive holds few, so each is asked."""
    for item in items:
        dossier = find_record(item.uid)
        if dossier is not None and is_held(dossier):
            message = _(
                "violation_transfer_held",
                default="Hồ sơ ${code} đang tạm dừng (phong tỏa).",
                mapping={"code": dossier.code},
            )
            yield act.violation("dossier_held", message, "dossiers", "NĐ 30/2020 Phụ lục VI IV.1.g")


def lent_out(act, items):
    """Violations of dossiers whose paper somebody has: it has to be back to go with its packages."""
    for item in items:
        dossier = find_record(item.uid)
        reading = lent_to(dossier) if dossier is not None else None
        if reading is not None:
            message = _(
                "violation_transfer_lent",
                default="Hồ sơ giấy ${code} đang cho mượn (hạn trả ${day}): hãy nhận trả trước khi gửi.",
                mapping={"code": dossier.code, "day": show_date(reading.due)},
            )
            yield act.violation("dossier_lent", message, "dossiers", "Luật Lưu trữ 33/2024/QH15 Điều 17")


class AgreeHistorical(HistoricalAct):
    """The historical archive has answered that it will take them."""

    id = "agree_historical"
    title = _("act_agree_historical", default="Ghi nhận đồng ý")
    description = _("act_agree_historical_help", default="Ghi văn bản lưu trữ lịch sử đồng ý đăng ký.")
    schema = ILetterInput
    states = ("registered",)
    transition = "agree"
    emphasis = "primary"

    def execute(self, data):
        self.record.letter = data["letter"]
        return {}


class RefuseHistorical(HistoricalAct):
    """It will not: the dossiers stay where they are and are free."""

    id = "refuse_historical"
    title = _("act_refuse_historical", default="Ghi nhận từ chối")
    description = _("act_refuse_historical_help", default="Ghi văn bản từ chối; hồ sơ vẫn ở lưu trữ hiện hành.")
    schema = IRefusalInput
    states = ("registered", "submitted")
    transition = "refuse"
    emphasis = "danger"
    order = 80

    def execute(self, data):
        self.record.letter = data["letter"]
        self.release([item.uid for item in self.items.all()])
        return {}


class CancelHistorical(CancelTransfer):
    """The agency thinks better of it."""

    id = "cancel_historical"
    permission = RECEIVE
    kind = HISTORICAL
    states = ("registered", "agreed")


class PackHistorical(HistoricalAct):
    """The worker makes a SIP of every dossier."""

    id = "pack_historical"
    title = _("act_pack_historical", default="Đóng gói SIP")
    description = _("act_pack_historical_help", default="Hệ thống đóng gói từng hồ sơ thành gói tin nộp lưu (SIP).")
    states = ("agreed",)
    transition = "pack"
    emphasis = "primary"

    def rules(self, data):
        if live(self.record, CHECK):
            message = _("violation_transfer_checking", default="Hệ thống đang kiểm tra hồ sơ, hãy chờ kết quả.")
            yield self.violation("too_late", message)
        counts = self.items.counts()
        if counts[FAILED] or counts[PROPOSED]:
            message = _(
                "violation_historical_faults",
                default="Còn ${count} hồ sơ có lỗi hoặc chưa kiểm tra: hãy sửa rồi kiểm tra lại, chấp nhận có lý do,"
                " hoặc bỏ khỏi đợt nộp.",
                mapping={"count": str(counts[FAILED] + counts[PROPOSED])},
            )
            yield self.violation("failed_left", message, "dossiers", TT05)
        elif not counts[PASSED]:
            yield self.empty()
        yield from held(self, self.items.all())

    def execute(self, data):
        by = self.actor.userid
        IJobs(self.record).enqueue(PACK, f"{PACK}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"dossiers": self.items.counts()[PASSED]}


class RecheckHistorical(HistoricalAct):
    """The machine looks again at what had faults."""

    id = "recheck_historical"
    title = _("act_check_transfer", default="Kiểm tra")
    description = _(
        "act_check_transfer_help",
        default="Kiểm tra tự động: đủ văn bản, mã độc, PDF/A, chữ ký số, dữ liệu đặc tả, số trang.",
    )
    states = ("registered", "agreed")
    order = 30

    def rules(self, data):
        if live(self.record, CHECK):
            message = _("violation_transfer_checking", default="Hệ thống đang kiểm tra hồ sơ, hãy chờ kết quả.")
            yield self.violation("too_late", message)

    def execute(self, data):
        for item in self.items.all(FAILED):
            self.items.change(item.uid, state=PROPOSED, faults=(), reason="", when=clock.now())
        by = self.actor.userid
        IJobs(self.record).enqueue(CHECK, f"{CHECK}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"dossiers": self.items.counts()[PROPOSED]}


class HandOver(HistoricalAct):
    """The packages have left; the historical archive has 60 days to decide."""

    id = "hand_over_historical"
    title = _("act_hand_over_historical", default="Gửi lưu trữ lịch sử")
    description = _("act_hand_over_historical_help", default="Ghi nhận đã gửi các gói SIP, bắt đầu thời hạn 60 ngày.")
    schema = ISentLetterInput
    states = ("packing",)
    transition = "hand_over"
    emphasis = "primary"

    def rules(self, data):
        unmade = [item for item in self.items.all(PASSED) if not item.package]
        if live(self.record, PACK) or unmade:
            message = _("violation_historical_packing", default="Các gói SIP đang được đóng, hãy chờ xong.")
            yield self.violation("too_late", message)
        failed = self.items.counts()[FAILED]
        if failed:
            message = _(
                "violation_historical_unpacked",
                default="${count} hồ sơ không đóng gói được: hãy dừng đóng gói và sửa.",
                mapping={"count": str(failed)},
            )
            yield self.violation("failed_left", message, "dossiers", TT05)
        yield from held(self, self.items.all())
        yield from lent_out(self, self.items.all())

    def execute(self, data):
        self.record.letter = data["letter"]
        self.record.decision_due = clock.today() + timedelta(days=DECISION_DAYS)
        return {"decision_due": self.record.decision_due.isoformat()}


class StopPacking(HistoricalAct):
    """Something has to be mended first."""

    id = "stop_packing"
    title = _("act_stop_packing", default="Dừng đóng gói")
    description = _("act_stop_packing_help", default="Trở lại để sửa hồ sơ không đóng gói được.")
    states = ("packing",)
    transition = "unpack"
    order = 60

    def execute(self, data):
        for item in self.items.all(PASSED):
            self.items.change(item.uid, package="")
        return {}


class AcceptHistorical(HistoricalAct):
    """The historical archive has decided to take them: the dossiers are deposited."""

    id = "accept_historical"
    title = _("act_accept_historical", default="Ghi nhận đã tiếp nhận")
    description = _("act_accept_historical_help", default="Ghi văn bản tiếp nhận của lưu trữ lịch sử.")
    schema = ILetterInput
    states = ("submitted",)
    transition = "accept"
    emphasis = "primary"

    def rules(self, data):
        yield from held(self, self.items.all())

    def execute(self, data):
        by = self.actor.userid
        self.record.letter = data["letter"]
        self.record.accepted_on = clock.today()
        self.record.receiver = by
        IJobs(self.record).enqueue(ACCEPT, ACCEPT, {"by": by, "transfer": IUUID(self.record)}, owner=by)
        return {"dossiers": self.items.counts()[PASSED]}
