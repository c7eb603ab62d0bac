"""Rules between the dates of a document (pure functions)."""

from datetime import date
from qlvb.content import _
from qlvb.content.violations import Violation


#: No document of the State is older than the State.
FIRST_DAY = date(1945, 9, 2)
REPLY_RULE = "NĐ 30/2020 Phụ lục VI Phần II mục 16"


def check_dates(values, today, changed):
    """Violations of the dates in ``values``.

    ``values`` maps field names to dates or None, ``changed`` names those that are being entered now: a date that has
    passed since it was entered is no mistake, one that had passed when it was entered is.
    """
    violations = []
    for name in ("issue_date", "arrival_date", "reply_due_date", "due_date"):
        if values.get(name) and values[name] < FIRST_DAY:
            violations.append(
                Violation(
                    name, "date_implausible", _("violation_date_implausible", default="Ngày không thể trước 02/9/1945.")
                )
            )
    if violations:
        return violations
    issue, arrival = values.get("issue_date"), values.get("arrival_date")
    reply, due = values.get("reply_due_date"), values.get("due_date")
    if issue and issue > today and "issue_date" in changed:
        violations.append(
            Violation(
                "issue_date",
                "date_in_future",
                _("violation_issue_date_in_future", default="Ngày ban hành không thể sau hôm nay."),
            )
        )
    if arrival and arrival > today and "arrival_date" in changed:
        violations.append(
            Violation(
                "arrival_date",
                "date_in_future",
                _("violation_arrival_date_in_future", default="Ngày đến không thể sau hôm nay."),
            )
        )
    if issue and arrival and arrival < issue:
        violations.append(
            Violation(
                "issue_date",
                "issue_after_arrival",
                _("violation_issue_after_arrival", default="Ngày ban hành không thể sau ngày đến."),
            )
        )
    if reply and reply < today and "reply_due_date" in changed:
        violations.append(
            Violation(
                "reply_due_date",
                "date_in_past",
                _("violation_reply_date_in_past", default="Hạn trả lời đã qua; hãy nhập ngày từ hôm nay trở đi."),
                REPLY_RULE,
            )
        )
    if reply and issue and reply < issue:
        violations.append(
            Violation(
                "reply_due_date",
                "reply_before_issue",
                _("violation_reply_before_issue", default="Hạn trả lời không thể trước ngày ban hành."),
                REPLY_RULE,
            )
        )
    if due and arrival and due < arrival:
        violations.append(
            Violation(
                "due_date",
                "due_before_arrival",
                _("violation_due_before_arrival", default="Hạn xử lý không thể trước ngày đến."),
            )
        )
    return violations
