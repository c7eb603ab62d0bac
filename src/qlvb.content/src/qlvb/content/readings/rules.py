"""Rules of reading and lending: pure functions (TT 05/2025 Điều 32-47; reference disposal-and-transfer 5, 10)."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.text import fold
from qlvb.content.violations import Violation


#: Working days in which a request is answered.
ANSWER_DAYS = 6
#: Days for which a reading copy is open, and those after which it is deleted.
READING_DAYS = 15
DELETED_AFTER = 5
#: Days for which paper is lent at most at a time while the agency has decided nothing else. No law says how many.
LOAN_DAYS = 90
USE = "TT 05/2025/TT-BNV Điều 32-47"
COPIES = "TT 05/2025/TT-BNV Điều 37, 40"
LAW = "Luật Lưu trữ 33/2024/QH15"
PUBLIC, RESTRICTED, SECRET = "public", "restricted", "secret"
_PUBLIC = ("", "01", "1", "cong khai", "su dung rong rai", "tu do")
_SECRET = ("03", "3", "mat", "toi mat", "tuyet mat")


def access_of(conditions):
    """How a record may be used, from what stands under "Chế độ sử dụng": what is not known to be public is restricted.

    >>> access_of("Công khai"), access_of(None), access_of("02"), access_of("Mật"), access_of("Trong ngành")
    ('public', 'public', 'restricted', 'secret', 'restricted')
    """
    said = fold(conditions or "").strip()
    if said in _PUBLIC:
        return PUBLIC
    return SECRET if said in _SECRET else RESTRICTED


def longest(kind, loan_days=LOAN_DAYS):
    """int: days that something of this kind is given for at most."""
    return loan_days if kind == PAPER else READING_DAYS


def due_violations(kind, begin, due, today, loan_days=LOAN_DAYS):
    """list of Violation of the day ``due`` on which what was given on ``begin`` ends; ``loan_days``: what the agency
    has decided for paper.
    """
    if due < today:
        message = _("violation_reading_due_past", default="Hạn trả không được trước hôm nay.")
        return [Violation("due", "due_past", message)]
    if due > begin + timedelta(days=longest(kind, loan_days)):
        message = _(
            "violation_reading_due_long",
            default="Hạn trả không quá ${days} ngày kể từ ngày mượn.",
            mapping={"days": str(longest(kind, loan_days))},
        )
        return [Violation("due", "due_long", message, COPIES if kind != PAPER else "")]
    return []


def is_open_to_read(kind, state, due, today):
    """bool: the copies of a reading may be looked at today."""
    return kind != PAPER and state == "lent" and due is not None and today <= due


def is_to_delete(ended, today):
    """bool: copies whose time ended on ``ended`` (date) are deleted by now."""
    return ended is not None and today >= ended + timedelta(days=DELETED_AFTER)


def reader_violations(values):
    """list of Violation: somebody from outside is written down so that he can be found again."""
    found = []
    for field in ("reader_name", "reader_paper"):
        if len(values.get(field) or "") < 3:
            message = _(
                "violation_reading_reader",
                default="Ghi họ tên và số giấy tờ (hoặc giấy giới thiệu) của người khai thác.",
            )
            found.append(Violation(field, "reader_missing", message, USE))
    return found


def secret_violation(field="record"):
    """The Violation when the record is secret."""
    message = _(
        "violation_reading_secret",
        default="Hồ sơ, tài liệu có độ mật: không cho đọc, mượn qua hệ thống; làm theo quy định về bí mật nhà nước.",
    )
    return Violation(field, "record_secret", message, LAW)
