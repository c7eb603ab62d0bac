"""How many requests a system of others may make: counted in memory, by each server process for itself."""

from functools import cache
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from math import ceil
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from time import time


TOO_MANY = 429


@cache
def _limiter():
    return MovingWindowRateLimiter(MemoryStorage())


def seconds_to_wait(most, *who):
    """int: seconds until ``who`` (texts) may ask again; 0 when this request is one of the ``most`` of a minute, and is
    counted.
    """
    item = RateLimitItemPerMinute(most)
    if _limiter().hit(item, *who):
        return 0
    return max(1, ceil(_limiter().get_window_stats(item, *who).reset_time - time()))


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
