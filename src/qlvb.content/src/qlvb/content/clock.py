"""The one place that says what time it is, so that tests and replays can hold the clock still."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone


#: A fixed offset (no summer time since 1975): the ZODB cannot store moments that carry a ZoneInfo.
VIETNAM = timezone(timedelta(hours=7))
_held = ContextVar("qlvb_clock", default=None)


def now() -> datetime:
    """The current moment, aware, in Vietnam's time zone."""
    return _held.get() or datetime.now(VIETNAM)


def today() -> date:
    """The current day in Vietnam."""
    return now().date()


def local(moment) -> datetime:
    """A Zope ``DateTime`` as an aware datetime in Vietnam's time zone."""
    return datetime.fromtimestamp(float(moment), VIETNAM)


def show_moment(moment, seconds=False):
    """``08:30 22/11/2026`` in Vietnam's time, with the seconds of the minute where they are asked for; "" for None.

    Every moment that people read is written by this one, so that none stands in another order.
    ``moment`` is a datetime.
    """
    if not moment:
        return ""
    if moment.tzinfo is not None:
        moment = moment.astimezone(VIETNAM)
    return moment.strftime("%H:%M:%S %d/%m/%Y" if seconds else "%H:%M %d/%m/%Y")


def show_date(day):
    """``22/11/2026``, or "" for None. ``day`` is a date or datetime."""
    return day.strftime("%d/%m/%Y") if day else ""


@contextmanager
def held(moment):
    """Hold the clock at ``moment`` (a date or datetime; naive means Vietnam's time) inside the ``with`` block."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 8, 0)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=VIETNAM)
    token = _held.set(moment)
    try:
        yield moment
    finally:
        _held.reset(token)
