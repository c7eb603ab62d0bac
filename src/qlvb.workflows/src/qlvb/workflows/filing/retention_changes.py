"""Dossiers whose period is not what their row of the schedule says now, from the records index."""

from dataclasses import dataclass
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.workflows.filing.acts.retention import CHANGEABLE
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


def differing(agency_id):
    """Dossiers of an agency that the current user may view and that the schedule says otherwise: list of Difference by
    code. Whatever is finished (historical archive, destroyed) is not among them.
    """
    rows = {row.token: row for row in getUtility(IRetentionSchedule).current().rows}
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
