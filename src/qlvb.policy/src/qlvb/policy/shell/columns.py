"""The columns that lists can have, and the looks of urgency and of deadlines: plain data and pure functions."""

from dataclasses import dataclass
from qlvb.content import _


@dataclass(frozen=True)
class Column:
    """A column: ``sort`` names a sort of the listing, ``look`` a class of its cells.

    ``fold`` says how soon it moves into the second line of the subject when the list gets narrow: 3 first, 1 last,
    0 never.
    """

    id: str
    title: str
    sort: str = ""
    look: str = ""
    fold: int = 0


COLUMNS = {
    column.id: column
    for column in (
        Column("ordinal", _("column_ordinal", default="STT"), look="is-number is-tight is-ordinal", fold=3),
        Column("urgency", _("column_urgency", default="Độ khẩn"), "priority", "is-tight"),
        Column("direction", _("column_direction", default="Loại"), look="is-tight", fold=2),
        Column("reference", _("column_reference", default="Số ký hiệu"), "reference", "is-tight"),
        Column("subject", _("column_subject", default="Trích yếu"), "subject", "is-lead"),
        Column("issuing_body", _("column_issuing_body", default="Cơ quan ban hành"), fold=2),
        Column("received", _("column_received", default="Ngày nhận"), look="is-tight is-date", fold=3),
        Column("issue_date", _("column_issue_date", default="Ngày ban hành"), "issue_date", "is-tight is-date"),
        Column("arrival_date", _("column_arrival_date", default="Ngày đến"), "arrival_date", "is-tight is-date"),
        Column("arrival_number", _("column_arrival_number", default="Số đến"), "number", "is-number is-tight"),
        Column("document_type", _("column_document_type", default="Loại văn bản"), fold=3),
        Column("due", _("column_due", default="Hạn xử lý"), "due_date", "is-tight"),
        Column("holder", _("column_holder", default="Đang ở"), fold=2),
        Column("signatory", _("column_signatory", default="Người ký"), fold=2),
        Column("line_role", _("column_line_role", default="Vai trò"), look="is-tight", fold=2),
        Column("state", _("column_state", default="Trạng thái"), look="is-state", fold=1),
    )
}

#: Urgency -> (tone of the chip, icon); the words come from the vocabulary.
URGENCY_LOOK = {
    "normal": ("neutral", "dash"),
    "urgent": ("warn", "chevron-up"),
    "very_urgent": ("bad", "chevron-double-up"),
    "express": ("hot", "lightning-charge-fill"),
}

LINE_ROLES = {
    "lead": _("list_role_lead", default="Chủ trì"),
    "coordinate": _("list_role_coordinate", default="Phối hợp"),
    "information": _("list_role_information", default="Để biết"),
}


def deadline_note(due, today, working_days):
    """(tone, message) said beside a deadline, or None when it is far off.

    ``working_days`` is the number of working days from today to ``due``, negative when it is past.
    """
    if due < today:
        late = (today - due).days
        return "bad", _("list_overdue_days", default="quá hạn ${days} ngày", mapping={"days": late})
    if due == today:
        return "warn", _("list_due_today", default="hết hạn hôm nay")
    if working_days <= 3:
        return "warn", _("list_days_left", default="còn ${days} ngày làm việc", mapping={"days": max(1, working_days)})
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
