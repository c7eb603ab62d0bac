"""The site's maintenance notices, in one annotation."""

from BTrees.IOBTree import IOBTree
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.maintenance.rules import LONGEST
from qlvb.policy.maintenance.rules import RULE
from qlvb.policy.maintenance.rules import earliest
from qlvb.policy.maintenance.rules import is_shown
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.maintenance"
MOST = 300  # characters of what is said
LAST_YEAR = 9999


@dataclass(frozen=True)
class Notice:
    """Moments are aware datetimes in Vietnam's time zone."""

    id: int
    start: datetime
    end: datetime
    text: str
    by: str  # userid
    announced: datetime
    cancelled: datetime | None = None
    cancelled_by: str = ""


class MaintenanceNotices:
    """All that were ever announced. Reading never writes."""

    @property
    def _stored(self):
        return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)

    def all(self):
        """list of Notice, the latest to begin first."""
        stored = self._stored
        return sorted(stored.values(), key=lambda one: one.start, reverse=True) if stored is not None else []

    def shown(self):
        """Those that everybody sees now, the first to begin first: list of Notice."""
        now = clock.now()
        return [one for one in reversed(self.all()) if is_shown(one, now)]

    def announce(self, values, by):
        """Announce an interruption: ``{"start", "end", "text"}`` (moments in ISO form, Vietnam's time without offset).

        Returns the Notice; said twice (a double press) it is announced once.

        :raises Refused: 400, all mistakes; sooner than the next working day among them.
        """
        now = clock.now()
        start, end = as_moment(values.get("start")), as_moment(values.get("end"))
        text = values.get("text")
        text = " ".join(nfc(text).split()) if isinstance(text, str) else ""
        if violations := list(mistakes(start, end, text, now)):
            raise Refused(violations)
        for known in self.shown():
            if (known.start, known.end, known.text) == (start, end, text):
                return known
        stored = kept_under(getUtility(IPloneSiteRoot), ANNOTATION, IOBTree)
        number = stored.maxKey() + 1 if len(stored) else 1
        stored[number] = Notice(number, start, end, text, by, now)
        return stored[number]

    def cancel(self, number, by):
        """Call it off: the banner goes, the notice stays in the list. Returns it.

        :raises Refused: 404 no such notice; 409 it is over or was called off.
        """
        stored = self._stored
        notice = stored.get(number) if stored is not None and isinstance(number, int) else None
        if notice is None:
            message = _("violation_maintenance_unknown", default="Không có thông báo bảo trì này.")
            raise Refused(Violation("id", "notice_unknown", message), status=404)
        if not is_shown(notice, clock.now()):
            message = _("violation_maintenance_over", default="Thông báo này đã kết thúc hoặc đã hủy.")
            raise Refused(Violation("id", "notice_over", message), status=409)
        stored[number] = replace(notice, cancelled=clock.now(), cancelled_by=by)
        return stored[number]


def as_moment(value):
    """Aware datetime of ISO text (``2026-11-25T18:00``), None of anything else."""
    try:
        moment = datetime.fromisoformat(value.strip())
        moment = moment.replace(tzinfo=clock.VIETNAM) if moment.tzinfo is None else moment.astimezone(clock.VIETNAM)
    except (AttributeError, ValueError, OverflowError):
        return None
    # Years at the ends of what there is cannot be reckoned with.
    return moment.replace(second=0, microsecond=0) if moment.year < LAST_YEAR else None


def mistakes(start, end, text, now):
    """Violations of a notice that is announced now."""
    for name, moment in (("start", start), ("end", end)):
        if moment is None:
            message = _("violation_maintenance_moment", default="Hãy ghi ngày và giờ bắt đầu, kết thúc.")
            yield Violation(name, "bad_moment", message)
    if not text or len(text) > MOST:
        mapping = {"max": str(MOST)}
        message = _("violation_maintenance_text", default="Nội dung là bắt buộc, tối đa ${max} ký tự.", mapping=mapping)
        yield Violation("text", "text_length", message)
    if start is None or end is None:
        return
    if not start < end <= start + LONGEST:
        message = _(
            "violation_maintenance_period", default="Kết thúc phải sau bắt đầu, và không quá 7 ngày sau bắt đầu."
        )
        yield Violation("end", "period_wrong", message)
    days = getUtility(IWorkingCalendar)
    first = earliest(now, days.add(now.date(), 1), days.is_working(now.date()))
    if start < first:
        message = _(
            "violation_maintenance_soon",
            default="Phải báo trước ít nhất 01 ngày làm việc: sớm nhất là ${moment}.",
            mapping={"moment": show_moment(first)},
        )
        yield Violation("start", "too_soon", message, RULE)
