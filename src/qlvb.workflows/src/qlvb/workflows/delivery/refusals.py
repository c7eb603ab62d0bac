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
