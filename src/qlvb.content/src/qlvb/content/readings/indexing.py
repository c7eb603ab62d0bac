"""What the records index keeps of requests to read."""

from qlvb.content import clock
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import IReading
from qlvb.content.states import state_of
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def reader_of(reading):
    """Full name of the reader: str."""
    if reading.reader_name:
        return reading.reader_name
    return getUtility(IDirectory).person(reading.requester).fullname


def deadline_of(reading):
    """The day by which something must happen: the answer, or the return; None for none."""
    return {"requested": reading.answer_due, "lent": reading.due}.get(state_of(reading))


@implementer(IIndexedFields)
@adapter(IReading)
class ReadingFields:
    """The day it was asked stands in the column of issue, the day it came back in the one of arrival."""

    def __init__(self, reading):
        self.reading = reading

    def read(self, facts):
        """See IIndexedFields."""
        reading, deadline = self.reading, deadline_of(self.reading)
        record = find_record(reading.record)
        code = (getattr(record, "code", "") or getattr(record, "reference", "") or "") if record is not None else ""
        columns = {
            "year": reading.asked_on.year,
            "subject": reading.asked_for,
            "subject_sort": fold(reading.asked_for)[:200],
            "reference": code,
            "holder": reading.requester or "",
            "issuing_body": reader_of(reading),
            "issue_day": reading.asked_on.toordinal(),
            "arrival_day": reading.returned_on.toordinal() if reading.returned_on else 0,
            "deadline_day": deadline.toordinal() if deadline else NO_DEADLINE,
            "parent": reading.record or "",
        }
        more = {"reading_kind": reading.kind, "reading_purpose": reading.purpose, "purpose_text": reading.purpose_text}
        more |= {name: getattr(reading, name).isoformat() for name in ("lent_on", "due") if getattr(reading, name)}
        more |= {"due_date": deadline.isoformat()} if deadline else {}
        texts = {
            "subject": reading.asked_for,
            "reference": code,
            "people": " · ".join(filter(None, (reader_of(reading), reading.reader_body))),
            "fields": " · ".join(filter(None, (reading.purpose_text, reading.answer))),
        }
        return columns, more, texts


def is_loan(row):
    """bool: the deadline of a Row is the day of return. Terms of loans and reading copies run in days, not in working
    days as the answer to a request does (TT 05/2025 Điều 32-47: 15 ngày, 06 ngày làm việc).
    """
    return row.portal_type == "Reading" and row.state == "lent"


def days_late(reading):
    """int: days of the calendar (see :func:`is_loan`) since the day of return, 0 when it is not past."""
    late = (clock.today() - reading.due).days if reading.due and state_of(reading) == "lent" else 0
    return max(late, 0)
