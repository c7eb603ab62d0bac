"""Lists of requests: of one agency, of the whole province, and how many there are of each."""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.index.lookups import records_with
from qlvb.content.lookup import find_record
from qlvb.content.requests.interfaces import OPEN
from qlvb.content.states import state_of
from qlvb.workflows.accounts.requests.creation import days_left


#: Lists in the order of product/screens 2.6, each with the state that it holds ("late": open and past the deadline).
LISTS = {
    "submitted": _("requests_new", default="Mới"),
    "processing": _("requests_processing", default="Đang xử lý"),
    "done": _("requests_done", default="Đã xong"),
    "returned": _("requests_returned", default="Trả lại"),
    "withdrawn": _("requests_withdrawn", default="Đã rút"),
    "late": _("requests_late", default="Quá 3 ngày"),
}


def requests_in(name, agency_id=None):
    """Requests of a list of LISTS, of the agency or (None) of all; the latest first, late ones the latest last."""
    rows = [
        row
        for state in (OPEN if name == "late" else (name,))
        for row in records_with({"portal_type": "AccountRequest", "agency": agency_id, "state": state}, "created")
    ]
    found = [request for row in reversed(rows) if (request := find_record(row.uid)) is not None]
    if name == "late":
        return sorted((one for one in found if days_left(one) < 0), key=lambda one: one.due)
    return found


def counts(agency_id=None):
    """dict of LISTS -> how many."""
    found = {
        state: len(records_with({"portal_type": "AccountRequest", "agency": agency_id, "state": state}, "id"))
        for state in LISTS
        if state != "late"
    }
    return {**found, "late": len(requests_in("late", agency_id))}


@dataclass(frozen=True)
class Clock:
    """How long an open request has still to wait: ``left`` working days, None when it is answered."""

    left: int | None
    words: object  # message id, "" when it is answered


def clock_of(request):
    """Clock of one request: "còn 2/3 ngày"."""
    if state_of(request) not in OPEN:
        return Clock(None, "")
    left = days_left(request)
    return Clock(left, clock_words(left))


def clock_words(left):
    """Message id of so many working days that are left (pure)."""
    mapping = {"days": str(abs(left))}
    if left < 0:
        return _("request_clock_late", default="quá ${days} ngày", mapping=mapping)
    if left == 0:
        return _("request_clock_today", default="hết hạn hôm nay")
    return _("request_clock", default="còn ${days}/3 ngày", mapping=mapping)
