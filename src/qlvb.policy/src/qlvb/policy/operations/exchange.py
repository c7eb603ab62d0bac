"""How long documents take from the sender's outbox to the recipient's, measured on the newest deliveries.

The provincial regulation allows 5 seconds for an operation of sending or receiving (Điều 9).
"""

from dataclasses import dataclass
from math import ceil
from plone import api
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import deliveries
from qlvb.content.index.tables import records
from qlvb.workflows.delivery.interfaces import IDeliveries
from sqlalchemy import func
from sqlalchemy import select


LIMIT = 5.0  # seconds
NEWEST = 50  # documents that are looked at


@dataclass(frozen=True)
class Times:
    """Seconds: ``middle`` (median), ``most`` (95 of 100 were at least as fast); ``late``: how many took more than the
    limit; all of ``count`` deliveries. None and 0 before there are any.
    """

    count: int
    middle: float | None
    most: float | None
    late: int


def times_of(seconds):
    """Times of a list of seconds. Pure.

    >>> times_of([1.0, 2.0, 9.0])
    Times(count=3, middle=2.0, most=9.0, late=1)
    >>> times_of([])
    Times(count=0, middle=None, most=None, late=0)
    """
    found = sorted(seconds)
    if not found:
        return Times(0, None, None, 0)
    at = [found[max(0, ceil(share * len(found)) - 1)] for share in (0.5, 0.95)]
    return Times(len(found), *at, sum(one > LIMIT for one in found))


def seconds_of(history):
    """From the moment a delivery was queued until it arrived, None while it has not. ``history``: list of (when,
    state, detail, by). Pure.
    """
    arrived = next((when for when, state, *_rest in history if state == "arrived"), None)
    return (arrived - history[0][0]).total_seconds() if arrived is not None else None


def exchange_times():
    """Times of the deliveries inside the site, of the documents that were sent last."""
    newest = (
        select(records.c.path)
        .join(deliveries, deliveries.c.record_id == records.c.id)
        .where(deliveries.c.channel == "internal")
        .group_by(records.c.path)
        .order_by(func.max(deliveries.c.sent).desc())
        .limit(NEWEST)
    )
    with reading() as connection:
        paths = [path for (path,) in connection.execute(newest)]
    found = []
    for path in paths:
        record = api.portal.get().unrestrictedTraverse(path.lstrip("/"), None)
        history = [one.history for one in IDeliveries(record).all()] if record is not None else ()
        found += [took for took in map(seconds_of, history) if took is not None]
    return times_of(found)
