"""The retention schedule of the site, version by version. Version 1 is the one that is shipped."""

from dataclasses import dataclass
from persistent import Persistent
from persistent.list import PersistentList
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.row_rules import row_violations
from qlvb.content.retention.schedule import ScheduleRow
from qlvb.content.retention.schedule import schedule
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "qlvb.content.retention.schedule"
#: Shortest reason that says something.
REASON_LENGTH = 10
SHIPPED_REASON = _("retention_schedule_shipped", default="Dữ liệu khởi đầu kèm theo phần mềm")


class ScheduleVersion(Persistent):
    """``rows``: tuple of ScheduleRow; ``by`` userid, "system" for the shipped one; ``when`` aware datetime or None.
    Never changes.
    """

    def __init__(self, number, rows, by, when, reason):
        self.number = number
        self.rows = rows
        self.by = by
        self.when = when
        self.reason = reason

    def row(self, token):
        """ScheduleRow, or None."""
        return next((row for row in self.rows if row.token == token), None)


@dataclass(frozen=True)
class RowChange:
    """What one version says otherwise than another: ``old`` or ``new`` is None for a row that came or went."""

    token: str
    old: ScheduleRow | None
    new: ScheduleRow | None


def differences(old, new):
    """The rows in which two tuples of ScheduleRow differ, by token: list of RowChange. Pure."""
    before, after = {row.token: row for row in old}, {row.token: row for row in new}
    tokens = sorted(before.keys() | after.keys())
    found = (RowChange(token, before.get(token), after.get(token)) for token in tokens)
    return [change for change in found if change.old != change.new]


@implementer(IRetentionSchedule)
class RetentionSchedule:
    """Kept on the site; the shipped rows are read from the file until somebody changes one."""

    @property
    def _kept(self):
        return IAnnotations(api.portal.get()).get(KEY, ())

    def versions(self):
        """See IRetentionSchedule."""
        return [*reversed(self._kept), ScheduleVersion(1, schedule(), "system", None, SHIPPED_REASON)]

    def current(self):
        """See IRetentionSchedule."""
        return self.versions()[0]

    def version(self, number):
        """See IRetentionSchedule."""
        return next((one for one in self.versions() if one.number == number), None)

    def change(self, rows, removed, by, reason, expected=None):
        """See IRetentionSchedule."""
        current = self.current()
        if expected is not None and expected != current.number:
            message = _("violation_schedule_changed", default="Bảng thời hạn vừa được người khác sửa: hãy xem lại.")
            raise Refused(Violation("version", "someone_was_faster", message), 409)
        violations = [*self._reason_violations(reason), *row_violations(rows)]
        missing = [token for token in removed if current.row(token) is None]
        if missing:
            text = _("violation_schedule_row", default="Không có dòng ${token}.", mapping={"token": missing[0]})
            violations.append(Violation("removed", "row_unknown", text))
        if violations:
            raise Refused(violations)
        given = {row.token: row for row in rows}
        kept = [given.pop(row.token, row) for row in current.rows if row.token not in removed]
        merged = (*kept, *given.values())
        if not differences(current.rows, merged):
            return current
        stored = kept_under(api.portal.get(), KEY, PersistentList)
        version = ScheduleVersion(current.number + 1, merged, by, clock.now(), reason)
        stored.append(version)
        return version

    def _reason_violations(self, reason):
        if len(reason.strip()) < REASON_LENGTH:
            text = _("violation_schedule_reason", default="Hãy ghi lý do thay đổi (ít nhất 10 ký tự).")
            yield Violation("reason", "reason_missing", text)
