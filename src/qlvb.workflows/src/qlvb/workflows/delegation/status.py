"""What a delegation is today, in one word: its state, and its days."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.workflows.acts.transitions import state_of


STATUS_TITLES = {
    "in_force": _("delegation_status_in_force", default="Đang có hiệu lực"),
    "to_come": _("delegation_status_to_come", default="Chưa đến ngày"),
    "expired": _("delegation_status_expired", default="Đã hết hạn"),
    "ended": _("delegation_status_ended", default="Đã kết thúc sớm"),
    "revoked": _("delegation_status_revoked", default="Đã thu hồi"),
    "declined": _("delegation_status_declined", default="Bị từ chối"),
}
TONES = {"in_force": "good", "to_come": "info"}


def status_of(state, valid_from, valid_to, today):
    """str: one of STATUS_TITLES (pure)."""
    if state != "active":
        return state
    if today > valid_to:
        return "expired"
    return "in_force" if today >= valid_from else "to_come"


def status(delegation):
    """The same of a record."""
    return status_of(state_of(delegation), delegation.valid_from, delegation.valid_to, clock.today())
