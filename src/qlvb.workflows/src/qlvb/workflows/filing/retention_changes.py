"""Dossiers whose period is not what their row of the schedule says now: found in the records index, and brought in step
by the worker.
"""

from collections import Counter
from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.filing.acts.retention import CHANGEABLE
from qlvb.workflows.filing.acts.retention import FollowSchedule
from qlvb.workflows.filing.inputs import IFollowScheduleInput
from zope.component import getUtility


@dataclass(frozen=True)
class Difference:
    """A dossier (``row`` of the index) with its own period (or None) and the ScheduleRow that governs it."""

    row: object
    period: object
    governing: object

    @property
    def longer(self):
        """bool: by the schedule it would be kept longer."""
        return self.period is None or self.governing.period.rank > self.period.rank


@dataclass(frozen=True)
class Change:
    """What following the schedule would do to the ``count`` dossiers of one row (ScheduleRow) with one period (or None)
    now.
    """

    governing: object
    period: object
    count: int

    @property
    def longer(self):
        """bool: they would be kept longer."""
        return self.period is None or self.governing.period.rank > self.period.rank


def changes_of(differences):
    """How many dossiers change, and how: list of Change, those for most dossiers first. Pure."""
    counts = Counter((one.governing, one.period) for one in differences)
    found = [Change(governing, period, count) for (governing, period), count in counts.items()]
    return sorted(found, key=lambda one: (-one.count, one.governing.token))


def chosen(differences, rows=(), uids=()):
    """UIDs of the dossiers that were named (``uids``), or whose row (token) was; of all where nothing was. Pure."""
    named, tokens = set(uids), set(rows)
    return [
        one.row.uid
        for one in differences
        if not (named or tokens) or one.row.uid in named or one.governing.token in tokens
    ]


def follow(agency_id, userid, data, rows=(), uids=(), only_check=False, key=""):
    """(ActRun, bool: it is new): the worker brings the chosen dossiers in step with the schedule, or only tries it.

    ``data``: what the act ``follow_schedule`` asks for.

    :raises Refused: 400 no reason; 409 nothing differs from the schedule.
    """
    runs = ActRuns(userid)
    if (known := runs.known(agency_id, key)) is not None:
        return known, False
    values, violations = convert(IFollowScheduleInput, data, None, {})
    if violations:
        raise Refused(violations)
    found = chosen(differing(agency_id), rows, uids)
    if not found:
        message = _(
            "violation_nothing_follows", default="Trong những hồ sơ đã chọn không có hồ sơ nào khác bảng thời hạn."
        )
        raise Refused(Violation("rows", "nothing_to_follow", message), 409)
    return runs.ask(agency_id, FollowSchedule.id, values, found, only_check, key)


def differing(agency_id):
    """Dossiers of an agency that the current user may view and that the schedule says otherwise: list of Difference by
    code. Whatever is finished (historical archive, destroyed) is not among them.
    """
    agency = getUtility(IDirectory).agency_object(agency_id)
    rows = {row.token: row for row in IRetentionSchedule(agency).current().rows}
    question = Question(types=("Dossier",), filters={"agency": agency_id, "state": list(CHANGEABLE)}, sort="number")
    found = []
    for dossier in every_row(question):
        governing = rows.get(dossier.facts.get("retention_row"))
        if governing is None:
            continue
        period = period_of(dossier.facts.get("own_kind"), dossier.facts.get("own_years"))
        if period != governing.period:
            found.append(Difference(dossier, period, governing))
    return found
