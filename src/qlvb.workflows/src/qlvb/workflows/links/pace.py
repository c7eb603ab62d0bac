"""How many requests a system of others may make, by all processes of the site together."""

from math import ceil
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.links.calls import counted


TOO_MANY = 429


def seconds_to_wait(most, *who):
    """int: seconds until ``who`` (texts) may ask again; 0 when this request is one of the ``most`` of a minute, and is
    counted.
    """
    return ceil(counted("/".join(who), most, clock.now().timestamp()))


def keep_pace(response, most, *who):
    """Count a request of ``who``. :raises Refused: 429 it is one too many; ``response`` says when to come again."""
    if seconds := seconds_to_wait(most, *who):
        response.setHeader("Retry-After", str(seconds))
        text = _(
            "violation_link_pace",
            default="Quá ${most} yêu cầu trong một phút; hãy gửi lại sau ${seconds} giây.",
            mapping={"most": str(most), "seconds": str(seconds)},
        )
        raise Refused(Violation("", "rate_limit", text), TOO_MANY)
