"""Vắng mặt: who is away and who is proposed instead. It tells and offers, changes nobody's turn and gives no right."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import date
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.delegation.interfaces import IAbsences
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


KEY = "qlvb.workflows.absences"
LONGEST_NOTE = 500
#: Longest absence in days: longer ones are a change of post.
LONGEST = 366


@dataclass(frozen=True)
class Absence:
    """Days away, the first and the last included; ``deputy`` is a userid or "", ``by`` who wrote it down."""

    id: str
    first: date
    last: date
    note: str
    deputy: str
    by: str


def absence_violations(first, last, today):
    """list of Violation of a period (dates or None). Pure."""
    if first is None or last is None:
        message = _("violation_absence_period", default="Hãy ghi ngày bắt đầu và ngày kết thúc vắng mặt.")
        return [Violation("first" if first is None else "last", "period_missing", message)]
    if last < first:
        message = _("violation_absence_reversed", default="Ngày kết thúc không được trước ngày bắt đầu.")
        return [Violation("last", "period_reversed", message)]
    if last < today:
        message = _("violation_absence_past", default="Thời gian vắng mặt đã qua.")
        return [Violation("last", "period_past", message)]
    if (last - first).days >= LONGEST:
        message = _(
            "violation_absence_long", default="Không quá ${days} ngày một lần.", mapping={"days": str(LONGEST)}
        )
        return [Violation("last", "period_long", message)]
    return []


@implementer(IAbsences)
class Absences:
    """See IAbsences. One small value per person, so two people never write the same one."""

    @property
    def _kept(self):
        return IAnnotations(api.portal.get()).get(KEY, {})

    def current(self, userid, day=None):
        day = day or clock.today()
        return next((one for one in self._kept.get(userid, ()) if one.first <= day <= one.last), None)

    def of(self, userid):
        today = clock.today()
        return sorted(
            (one for one in self._kept.get(userid, ()) if one.last >= today), key=lambda one: (one.first, one.id)
        )

    def of_agency(self, agency_id):
        people = getUtility(IDirectory).holders(agency_id, "member")
        found = [(userid, absence) for userid in people for absence in self.of(userid)]
        return sorted(found, key=lambda pair: (pair[1].first, pair[0]))

    def set(self, userid, values, by):
        first, last = values.get("first"), values.get("last")
        note, deputy = nfc(values.get("note") or "").strip(), values.get("deputy") or ""
        violations = absence_violations(first, last, clock.today())
        directory = getUtility(IDirectory)
        if not directory.person(userid).active:
            message = _("violation_absence_person", default="Tài khoản này không có hoặc đã ngừng hoạt động.")
            violations.append(Violation("person", "account_disabled", message))
        if len(note) > LONGEST_NOTE:
            message = _(
                "violation_absence_note", default="Ghi chú tối đa ${max} ký tự.", mapping={"max": str(LONGEST_NOTE)}
            )
            violations.append(Violation("note", "too_long", message))
        if deputy and (deputy == userid or not directory.person(deputy).active):
            message = _("violation_absence_deputy", default="Người thay phải là một người khác đang làm việc.")
            violations.append(Violation("deputy", "deputy_unknown", message))
        if not violations and any(one.first <= last and first <= one.last for one in self.of(userid)):
            message = _("violation_absence_overlapping", default="Đã báo vắng mặt trong thời gian này.")
            violations.append(Violation("first", "overlapping", message))
        if violations:
            raise Refused(violations)
        absence = Absence(uuid4().hex, first, last, note, deputy, by)
        self._write(userid, (*self.of(userid), absence))
        return absence

    def remove(self, userid, absence_id):
        kept = self.of(userid)
        left = tuple(one for one in kept if one.id != absence_id)
        if len(left) == len(kept):
            message = _("violation_absence_unknown", default="Không có lần vắng mặt này.")
            raise Refused(Violation("", "absence_unknown", message), 404)
        self._write(userid, left)

    def _write(self, userid, absences):
        kept = kept_under(api.portal.get(), KEY, OOBTree)
        if absences:
            kept[userid] = tuple(absences)
        else:
            kept.pop(userid, None)
