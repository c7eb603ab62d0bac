"""What deliveries refuse."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def unknown():
    """404: no such delivery."""
    message = _("violation_delivery_unknown", default="Không có lần gửi này.")
    return Refused(Violation("delivery", "delivery_unknown", message), status=404)


def not_resendable():
    """409: it went well, or was sent again already."""
    message = _(
        "violation_delivery_not_resendable", default="Chỉ gửi lại được lần gửi bị trả lại hoặc bị lỗi và chưa gửi lại."
    )
    return Refused(Violation("delivery", "delivery_not_resendable", message), status=409)


def nothing_asked():
    """409: the sender asks nothing of this document, or has been answered."""
    message = _(
        "violation_recall_not_asked",
        default="Không có yêu cầu thu hồi, thay thế, cập nhật nào đang chờ trả lời đối với văn bản này.",
    )
    return Refused(Violation("", "recall_not_asked", message), status=409)
