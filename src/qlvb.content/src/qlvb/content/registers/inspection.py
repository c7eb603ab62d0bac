"""Kiểm tra sổ: what in a register needs an explanation, and the explanation where there is one."""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.lookup import find_record
from qlvb.content.registers.interfaces import INumberBook


@dataclass(frozen=True)
class Finding:
    """``code``: stable word; ``fault``: True when nothing explains it, False for a number with a stated cause."""

    number: int
    code: str
    message: str
    fault: bool


def _finding(number, code, message, fault, **mapping):
    values = {"number": f"{number:02d}", **mapping}
    return Finding(number, code, _(str(message), default=message.default, mapping=values), fault)


MISSING = _("register_finding_missing", default="Số ${number} bị trống, không rõ nguyên nhân.")
VOIDED = _("register_finding_voided", default="Số ${number} đã hủy: ${reason}")
RESERVED = _("register_finding_reserved", default="Số ${number} đang giữ đến ${date}: ${reason}")
EXPIRED = _("register_finding_expired", default="Số ${number} quá hạn giữ (${date}) mà chưa dùng hoặc hủy: ${reason}")
ORPHAN = _("register_finding_orphan", default="Số ${number} đã cấp nhưng không tìm thấy văn bản.")
REFERENCE = _("register_finding_reference", default="Số ${number}: sổ ghi ${one}, văn bản ghi ${other}.")
ORDER = _("register_finding_order", default="Số ${number} ghi ngày ${date}, trước ngày của số liền trước.")


def inspect(register):
    """Findings by number: list of Finding. Reads the whole book."""
    book = INumberBook(register)
    found = [_finding(number, "missing", MISSING, True) for number in book.gaps()]
    latest = None
    for entry in book.entries():
        if entry.status == "taken":
            found.extend(_taken(register, entry))
            if latest is not None and entry.date < latest:
                found.append(_finding(entry.number, "order", ORDER, True, date=show_date(entry.date)))
            latest = max(latest or entry.date, entry.date)
        else:
            found.append(_not_taken(entry))
    return sorted(found, key=lambda finding: finding.number)


def _not_taken(entry):
    if entry.status == "voided":
        return _finding(entry.number, "voided", VOIDED, False, reason=entry.reason)
    expired = entry.expires < clock.today()
    return _finding(
        entry.number,
        "expired" if expired else "reserved",
        EXPIRED if expired else RESERVED,
        expired,
        date=show_date(entry.expires),
        reason=entry.reason,
    )


def _taken(register, entry):
    document = find_record(entry.record)
    if document is None:
        return [_finding(entry.number, "orphan", ORPHAN, True)]
    shown = getattr(document, "reference", "") if register.direction == "outgoing" else ""
    if shown and entry.reference and shown != entry.reference:
        return [_finding(entry.number, "reference", REFERENCE, True, one=entry.reference, other=shown)]
    return []
