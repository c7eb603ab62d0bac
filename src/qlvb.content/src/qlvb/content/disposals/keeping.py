"""The disposal dossier itself: kept for twenty years from the destruction, for ever while it has destroyed nothing."""

from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import YEARS_KEPT
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.disposals.rules import kept_until
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.violations import Violation


RULE = "Luật Lưu trữ 2011 Điều 28"


def last_day(disposal):
    """date until which the dossier is kept at least; None while nothing was destroyed by it."""
    ended = ISheet(disposal).execution.get("ended")
    return kept_until(datetime.fromisoformat(ended).date()) if ended else None


def keep_disposal(disposal, event):
    """Deleted or moved, by whoever."""
    until = last_day(disposal)
    if event.oldParent is not None and (until is None or clock.today() < until):
        message = _(
            "violation_disposal_kept",
            default="Hồ sơ hủy tài liệu được lưu ít nhất ${years} năm kể từ ngày hủy, không xóa, không chuyển được.",
            mapping={"years": str(YEARS_KEPT)},
        )
        raise RecordHeld(Violation("", "disposal_kept", message, RULE))


def keep_stub(record, event):
    """What is left of a destroyed record stays for ever."""
    if event.oldParent is not None and IStub(record).read():
        message = _("violation_stub_kept", default="Thông tin về tài liệu đã hủy được lưu vĩnh viễn, không xóa được.")
        raise RecordHeld(Violation("", "stub_kept", message))
