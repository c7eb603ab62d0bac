"""Retention: how long a record is kept, why, and when it may be appraised."""

from zope.interface import Attribute
from zope.interface import Interface


#: Where a period comes from: the line of the catalogue, the dossier, the record itself, or (of a dossier) the document
#: in it that must be kept longest.
SOURCES = ("entry", "dossier", "own", "document")


class IRetention(Interface):
    """Adapter of dossiers and documents: what holds now, worked out from catalogue, dossiers and own decisions.

    A dossier takes the longest period of what its line, its own decision and its documents say (Luật Lưu trữ 2024 Điều
    15.4); a document stays as long as the longest of its dossiers needs it. Never writes.
    """

    period = Attribute("Period, or None while nothing determines one")
    basis = Attribute("str: instrument and row, or the catalogue's line; '' when nobody gave one")
    inherited_from = Attribute("one of SOURCES: what gave the period; '' without one")
    source = Attribute("the record that gave the period (a dossier, a document, a catalogue), or None")
    due = Attribute(
        "RetentionDue: the first day of appraisal (or None) and the sentence why; None of a dossier without a period"
    )


class IOwnPeriod(Interface):
    """Adapter of documents: the period that an archivist gave the document itself."""

    period = Attribute("Period, or None")
    basis = Attribute("str")

    def determine(period, basis):
        """Keep ``period`` (None takes it back); the dossiers that hold the document follow."""


class IRetentionSchedule(Interface):
    """Adapter of the site (the schedule that holds for all agencies) and of an agency (the same with what the agency
    put in its place), versioned. A change never touches a dossier; dossiers follow when an archivist asks them to.

    The province's is its system administrators' to keep; an agency's archivist or administrator gives rows of the
    agency's own: new ones, and longer periods, never shorter ones (Luật Lưu trữ 33/2024/QH15 Điều 15).
    """

    def current():
        """The newest ScheduleVersion: number, rows, by, when, reason, own, shared, row(token)."""

    def version(number):
        """ScheduleVersion, or None."""

    def versions():
        """Newest first: list of ScheduleVersion; the last is the shipped one, of an agency the one without own rows."""

    def change(rows, removed, by, reason, expected=None):
        """Put ``rows`` (list of ScheduleRow) in the place of those with the same tokens or behind them, take out those
        named in ``removed`` (tokens); returns the new version, or the current one when nothing differs. ``expected``:
        number of the version that was seen.

        :raises Refused: 400 with every mistake, of an agency also a shorter period than the province's and the removal
            of the province's row; 409 somebody has changed the schedule meanwhile.
        """
