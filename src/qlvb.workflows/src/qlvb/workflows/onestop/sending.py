"""The jobs of the link: an event is sent, the connection is tried out; and what waited goes on when the link is on."""

from qlvb.content import _
from qlvb.workflows.links.line import SendNext
from qlvb.workflows.links.trying import Resume
from qlvb.workflows.links.trying import TryOut
from qlvb.workflows.onestop.line import EVENTS


class SendEvent(SendNext):
    """Sends one event, with what was issued."""

    line = EVENTS
    timeout = 180


class TestOneStop(TryOut):
    """Tries out address and token."""

    line, path = EVENTS, "health"


class ResumeEvents(Resume):
    """See Resume."""

    title = _("periodic_onestop", default="Chuyển kết quả còn chờ sang hệ thống một cửa")
    line = EVENTS
