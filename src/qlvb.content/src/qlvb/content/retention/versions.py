"""The retention schedule of the province, version by version, and what agencies put in the place of its rows.

Version 1 of the province's is the one that is shipped, version 1 of an agency's is the province's as it stands.
"""

from dataclasses import dataclass
from persistent import Persistent
from persistent.list import PersistentList
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.row_rules import RULE
from qlvb.content.retention.row_rules import row_violations
from qlvb.content.retention.schedule import ScheduleRow
from qlvb.content.retention.schedule import schedule
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


KEY = "qlvb.content.retention.schedule"
#: Shortest reason that says something.
REASON_LENGTH = 10
SHIPPED_REASON = _("retention_schedule_shipped", default="Dữ liệu khởi đầu kèm theo phần mềm")
SHARED_REASON = _("retention_schedule_shared", default="Theo bảng dùng chung, chưa có dòng riêng")


class ScheduleVersion(Persistent):
    """``rows``: tuple of ScheduleRow; ``by`` userid, "system" for the shipped one; ``when`` aware datetime or None.
    Never changes. Of an agency's: ``own`` are the tokens of its own rows, ``shared`` the number of the province's
    version that the others are of.
    """

    own = frozenset()
    shared = None

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


def overlaid(shared, own):
    """The rows of an agency: ``own`` first where the province has none of the token, else in its place unless the
    province has come to prescribe more meanwhile: (tuple of ScheduleRow, frozenset of the tokens of own rows). Pure.
    """
    mine = {row.token: row for row in own}
    known = {row.token for row in shared}
    rows = [row for row in own if row.token not in known]
    for row in shared:
        given = mine.get(row.token)
        rows.append(given if given is not None and given.period.rank >= row.period.rank else row)
    return tuple(rows), frozenset(row.token for row in rows if mine.get(row.token) is row)


def schedule_for(obj):
    """IRetentionSchedule that holds for a record or a place: its agency's, else the province's."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(obj) if obj is not None else None
    return IRetentionSchedule(directory.agency_object(agency.id) if agency is not None else api.portal.get())


class _Versions:
    """Base: versions in an annotation of ``place``. A subclass says what holds and what may change."""

    def __init__(self, place):
        self.place = place

    @property
    def _kept(self):
        return IAnnotations(self.place).get(KEY, ())

    def current(self):
        """See IRetentionSchedule."""
        return self.versions()[0]

    def version(self, number):
        """See IRetentionSchedule."""
        return next((one for one in self.versions() if one.number == number), None)

    def change(self, rows, removed, by, reason, expected=None):
        """See IRetentionSchedule."""
        number = len(self._kept) + 1
        if expected is not None and expected != number:
            message = _("violation_schedule_changed", default="Bảng thời hạn vừa được người khác sửa: hãy xem lại.")
            raise Refused(Violation("version", "someone_was_faster", message), 409)
        violations = [*_reason_violations(reason), *row_violations(rows), *self._violations(rows, removed)]
        if violations:
            raise Refused(violations)
        before = self._changeable()
        given = {row.token: row for row in rows}
        kept = [given.pop(row.token, row) for row in before if row.token not in removed]
        merged = self._stored((*kept, *given.values()))
        if not differences(before, merged):
            return self.current()
        stored = kept_under(self.place, KEY, PersistentList)
        stored.append(ScheduleVersion(number + 1, merged, by, clock.now(), reason))
        return self.current()

    def _changeable(self):
        """The rows that may be put aside: tuple of ScheduleRow."""
        return self._kept[-1].rows if self._kept else ()

    def _stored(self, rows):
        return rows

    def _violations(self, rows, removed):
        known = {row.token for row in self._changeable()}
        for token in removed:
            if token not in known:
                text = _("violation_schedule_row", default="Không có dòng ${token}.", mapping={"token": token})
                yield Violation("removed", "row_unknown", text)


@implementer(IRetentionSchedule)
@adapter(IPloneSiteRoot)
class ProvinceSchedule(_Versions):
    """Kept on the site; the shipped rows are read from the file until somebody changes one."""

    def versions(self):
        """See IRetentionSchedule."""
        return [*reversed(self._kept), ScheduleVersion(1, schedule(), "system", None, SHIPPED_REASON)]

    def _changeable(self):
        return self._kept[-1].rows if self._kept else schedule()


@implementer(IRetentionSchedule)
@adapter(IAgency)
class AgencySchedule(_Versions):
    """The province's rows, with those of the agency: rows for records that the province does not name, and longer
    periods; never shorter ones (Luật Lưu trữ 33/2024/QH15 Điều 15). Its versions keep the agency's own rows.
    """

    @property
    def _shared(self):
        return IRetentionSchedule(api.portal.get()).current()

    def versions(self):
        """See IRetentionSchedule. The own rows are those of each version, the others the province's of today."""
        shared = self._shared
        kept = [*reversed(self._kept), ScheduleVersion(1, (), "system", None, SHARED_REASON)]
        return [self._over(shared, one) for one in kept]

    def current(self):
        """See IRetentionSchedule."""
        kept = self._kept
        return self._over(self._shared, kept[-1] if kept else ScheduleVersion(1, (), "system", None, SHARED_REASON))

    @staticmethod
    def _over(shared, version):
        rows, own = overlaid(shared.rows, version.rows)
        found = ScheduleVersion(version.number, rows, version.by, version.when, version.reason)
        found.own, found.shared = own, shared.number
        return found

    def _stored(self, rows):
        """Without those that say what the province's say."""
        shared = self._shared
        return tuple(row for row in rows if shared.row(row.token) != row)

    def _violations(self, rows, removed):
        shared, own = self._shared, {row.token for row in self._changeable()}
        for token in removed:
            if token not in own and shared.row(token) is not None:
                text = _(
                    "violation_schedule_shared_row",
                    default="Dòng ${token} thuộc bảng dùng chung của tỉnh, cơ quan không bỏ được.",
                    mapping={"token": token},
                )
                yield Violation("removed", "row_shared", text, RULE)
        yield from super()._violations(rows, [token for token in removed if shared.row(token) is None])
        for place, row in enumerate(rows):
            prescribed = shared.row(row.token)
            if prescribed is not None and row.period.rank < prescribed.period.rank:
                text = _(
                    "violation_below_prescribed",
                    default="Thời hạn ngắn hơn quy định (${basis}: ${prescribed}).",
                    mapping={"basis": prescribed.basis, "prescribed": prescribed.period.label},
                )
                yield Violation(f"rows.{place}.years", "below_prescribed", text, RULE)


def _reason_violations(reason):
    if len(reason.strip()) < REASON_LENGTH:
        text = _("violation_schedule_reason", default="Hãy ghi lý do thay đổi (ít nhất 10 ký tự).")
        yield Violation("reason", "reason_missing", text)
