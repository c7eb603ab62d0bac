"""What lines refuse, as :class:`Refused` ready to raise (sources: the closing rules of assignment lines)."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def role_unknown(role):
    """400: ``role`` is none of the three."""
    message = _(
        "violation_line_role",
        default="Vai trò ${role} không có; chỉ có chủ trì, phối hợp, nhận để biết.",
        mapping={"role": role},
    )
    return Refused(Violation("role", "line_role", message))


def has_open_line(recipient):
    """409: one open line per recipient."""
    message = _(
        "violation_line_exists",
        default="Người nhận ${recipient} đang có việc chưa xong với văn bản này.",
        mapping={"recipient": recipient},
    )
    return Refused(Violation("recipient", "line_exists", message), status=409)


def not_open():
    """409: the line is closed."""
    message = _("violation_line_closed", default="Luồng xử lý này đã kết thúc.")
    return Refused(Violation("line", "line_closed", message), status=409)


def not_finished():
    """409: only a finished line can be opened again."""
    message = _("violation_line_not_finished", default="Chỉ mở lại được luồng xử lý đã hoàn thành.")
    return Refused(Violation("line", "line_not_finished", message), status=409)


def information_never_returns():
    """409: who got it for information reads it; there is nothing to give back."""
    message = _("violation_line_information", default="Văn bản nhận để biết không trả lại được.")
    return Refused(Violation("line", "line_information", message), status=409)


def not_the_assigner():
    """403: only who gave the work takes it back."""
    message = _("violation_line_not_assigner", default="Chỉ người đã giao việc mới thu hồi được.")
    return Refused(Violation("line", "line_not_assigner", message), status=403)


def recipient_has_acted():
    """409: the recipient has already done something with it."""
    message = _("violation_line_acted", default="Người nhận đã xử lý nên không thu hồi được nữa.")
    return Refused(Violation("line", "line_acted", message), status=409)


def waits_for_acceptance():
    """409: the holder has reported; the assigner has to answer."""
    message = _("violation_line_reported", default="Kết quả đã báo, đang chờ người giao duyệt.")
    return Refused(Violation("line", "line_reported", message), status=409)


def waits_already():
    """409: the line waits for an answer of the assigner."""
    message = _("violation_line_waits", default="Phần việc này đang chờ người giao trả lời.")
    return Refused(Violation("line", "line_waits", message), status=409)


def waits_no_longer():
    """409: there is nothing to answer (any more)."""
    message = _("violation_line_waits_no_longer", default="Phần việc này không còn chờ trả lời.")
    return Refused(Violation("line", "line_waits_no_longer", message), status=409)
