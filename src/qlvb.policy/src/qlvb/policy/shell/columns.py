"""The looks of columns, of urgency and of deadlines in lists: plain data and pure functions."""

from dataclasses import dataclass
from qlvb.content import _


@dataclass(frozen=True)
class Look:
    """How a column is shown: ``look`` is a class of its cells.

    ``fold`` says how soon it moves into the second line of the subject when the list gets narrow: 3 first, 1 last,
    0 never.
    """

    look: str = ""
    fold: int = 2


#: Id of a column (``qlvb.content.index.columns``) -> Look; those not named here have a plain one.
_LOOKS = {
    "ordinal": Look("is-number is-tight is-ordinal", 3),
    "urgency": Look("is-tight", 0),
    "direction": Look("is-tight", 2),
    "reference": Look("is-tight", 0),
    "subject": Look("is-lead", 0),
    "received": Look("is-tight is-date", 3),
    "issue_date": Look("is-tight is-date", 0),
    "arrival_date": Look("is-tight is-date", 0),
    "arrival_number": Look("is-number is-tight", 0),
    "document_type": Look("", 3),
    "due": Look("is-tight", 0),
    "line_role": Look("is-tight", 2),
    "state": Look("is-state", 1),
    "dossier_code": Look("is-tight", 0),
    "dossier_title": Look("is-lead", 0),
    "disposal_title": Look("is-lead", 0),
    "heading_unit": Look("is-tight", 3),
    "span": Look("is-tight", 3),
    "kept_for": Look("", 2),
    "deposit_last": Look("is-tight is-date", 0),
    "sent_back": Look("", 0),
    "access": Look("", 3),
    "place": Look("is-tight", 1),
    "intake": Look("", 3),
    "answer_due": Look("is-tight", 0),
    "loan_due": Look("is-tight", 0),
    "asked_on": Look("is-tight is-date", 1),
    "reader": Look("", 1),
    "reading_of": Look("is-lead", 0),
    "purpose_text": Look("", 3),
    "to_sign": Look("is-tight", 1),
    "priority": Look("is-number is-tight", 2),
    "process": Look("is-tight", 0),
    "submitter": Look("", 2),
    "delegation": Look("is-lead", 0),
    "basis": Look("", 3),
}
_BY_KIND = {"number": Look("is-number is-tight"), "day": Look("is-tight is-date")}


#: Columns that lead to the record, as the subject of a document does.
LEADING = ("subject", "dossier_title", "disposal_title", "reading_of", "delegation")


def look_of(column):
    """The Look of a :class:`~qlvb.content.index.columns.Column`."""
    return _LOOKS.get(column.id) or _BY_KIND.get(column.kind, Look())


#: Urgency -> (tone of the chip, icon); the words come from the vocabulary.
URGENCY_LOOK = {
    "normal": ("neutral", "dash"),
    "urgent": ("warn", "chevron-up"),
    "very_urgent": ("bad", "chevron-double-up"),
    "express": ("hot", "lightning-charge-fill"),
    "express_timed": ("hot", "alarm-fill"),
}


def deadline_note(due, today, working_days):
    """(tone, message) said beside a deadline, or None when it is far off.

    ``working_days`` is the number of working days from today to ``due``, negative when it is past; None for a term that
    runs in days of the calendar.
    """
    if working_days is None:
        return _calendar_note((due - today).days)
    if due < today:
        late = max(1, -working_days)
        return "bad", _("list_overdue_days", default="quá hạn ${days} ngày làm việc", mapping={"days": late})
    if due == today:
        return "warn", _("list_due_today", default="hết hạn hôm nay")
    if working_days <= 3:
        return "warn", _("list_days_left", default="còn ${days} ngày làm việc", mapping={"days": max(1, working_days)})
    return None


def _calendar_note(left):
    if left < 0:
        return "bad", _("list_overdue_calendar_days", default="quá hạn ${days} ngày", mapping={"days": -left})
    if left == 0:
        return "warn", _("list_due_today", default="hết hạn hôm nay")
    if left <= 3:
        return "warn", _("list_calendar_days_left", default="còn ${days} ngày", mapping={"days": left})
    return None


def page_numbers(current, last):
    """Numbers to offer under a list, None for a gap.

    >>> page_numbers(5, 20)
    [1, None, 4, 5, 6, None, 20]
    >>> page_numbers(1, 3)
    [1, 2, 3]
    """
    wanted = sorted(
        {1, 2, last, current - 1, current, current + 1, *([3] if current < 3 else [])} & set(range(1, last + 1))
    )
    if current > 4 and 2 in wanted:
        wanted.remove(2)
    result = []
    for number in wanted:
        if result and number - result[-1] == 2:
            result.append(number - 1)
        elif result and number - result[-1] > 2:
            result.append(None)
        result.append(number)
    return result
