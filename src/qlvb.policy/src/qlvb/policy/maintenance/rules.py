"""When an interruption may be announced, and when its announcement is shown: pure functions.

Account regulation Điều 4.2, 9.5: a planned interruption is announced at least 01 working day before.
"""

from datetime import datetime
from datetime import time
from datetime import timedelta


RULE = "Quy chế Điều 9: báo trước ít nhất 01 ngày làm việc"
LONGEST = timedelta(days=7)


def earliest(announced, next_working_day, working=True):
    """The first moment at which an interruption announced at ``announced`` (aware datetime) may begin: the same time of
    day on the next working day (date). What is announced on a day off (``working`` False) is heard of on the next
    working day, so that day has to pass: later notice never gives an earlier beginning.
    """
    if not working:
        return datetime.combine(next_working_day + timedelta(days=1), time(), announced.tzinfo)
    return datetime.combine(next_working_day, announced.timetz()).replace(second=0, microsecond=0)


def is_shown(notice, now):
    """bool: announced, neither over nor called off."""
    return notice.announced <= now < notice.end and notice.cancelled is None
