"""Backups, as those who make them tell the site: it cannot see by itself what lies elsewhere.

QCVN 12:2026/BCA 2.2.12.2.1: a list of all backups; every run is logged, those that failed too.
"""

from BTrees.IOBTree import IOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.backups"
KEPT = 1000  # the oldest go
LONGEST = 300
#: A good backup that is older is a reason to look: it is made every night.
FRESH = timedelta(hours=36)


@dataclass(frozen=True)
class Backup:
    """A backup that a script told of, made or failed."""

    when: datetime
    good: bool
    place: str  # where it lies
    size: int | None  # bytes
    note: str
    by: str  # userid, "system" for the command


class Backups:
    """The site's list. Reading never writes."""

    @property
    def _stored(self):
        return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION) or {}

    def newest(self, count=20):
        """list of Backup, by when they were told."""
        stored = self._stored
        return [stored[key] for key in sorted(stored.keys(), reverse=True)[:count]]

    def last_good(self):
        """The Backup that was made last and is good, or None."""
        good = [one for one in self._stored.values() if one.good]
        return max(good, key=lambda one: one.when, default=None)

    def note(self, by, place="", good=True, size=None, note="", when=None):
        """Keep what was told; returns the Backup. ``when``: aware datetime, now when left out.

        :raises Refused: 400, all mistakes.
        """
        when = when or clock.now()
        violations = list(mistakes(place, good, size, note, when))
        if violations:
            raise Refused(violations)
        stored = kept_under(getUtility(IPloneSiteRoot), ANNOTATION, IOBTree)
        backup = Backup(when, good, nfc(place).strip(), size, nfc(note).strip(), by)
        stored[stored.maxKey() + 1 if len(stored) else 1] = backup
        for key in list(stored.keys())[:-KEPT]:
            del stored[key]
        return backup


def mistakes(place, good, size, note, when):
    """Violations of what is told of a backup. Pure but for the clock."""
    for name, value in (("place", place), ("note", note)):
        if not isinstance(value, str) or len(value) > LONGEST:
            yield _wrong(name)
    if not isinstance(good, bool):
        yield _wrong("good")
    if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 0):
        yield _wrong("size")
    if good is True and isinstance(place, str) and not place.strip():
        message = _("violation_backup_place", default="Hãy ghi nơi đặt bản sao lưu.")
        yield Violation("place", "field_missing", message)
    if not isinstance(when, datetime) or when.tzinfo is None or when > clock.now() + timedelta(minutes=5):
        message = _("violation_backup_when", default="Thời điểm phải có múi giờ và không ở tương lai.")
        yield Violation("when", "when_wrong", message)


def is_fresh(backup, now):
    """bool: the last good backup is young enough."""
    return backup is not None and now - backup.when <= FRESH


def _wrong(name):
    return Violation(name, "field_wrong_value", _("violation_mailbox_value", default="Giá trị không hợp lệ."))
