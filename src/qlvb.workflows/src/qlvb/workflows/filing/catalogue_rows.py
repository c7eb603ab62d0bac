"""Rows of a catalogue from files, pasted text and programs: tried first, then put in place."""

from dataclasses import dataclass
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.lines import read_lines
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import finder_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


KEY = "qlvb.workflows.filing.tried"


@dataclass(frozen=True)
class Trial:
    """What lines would do: ``headings`` and ``entries`` (lists of dict), ``changes`` (EntryChanges), ``violations``."""

    headings: list
    entries: list
    changes: tuple
    violations: tuple


def tried(catalogue, lines):
    """The Trial of lines; changes nothing."""
    agency = getUtility(IDirectory).agency_of(catalogue)
    headings, entries, violations = read_lines(lines, finder_of(agency.id))
    changes = () if violations else ICatalogueRows(catalogue).changes(headings, entries)
    return Trial(headings, entries, tuple(changes), tuple(violations))


def keep_trial(catalogue, trial, by):
    """Remember what ``by`` has tried until he applies it or tries again."""
    kept = kept_under(catalogue, KEY, PersistentMapping)
    kept[by] = (trial.headings, trial.entries, ICatalogueRows(catalogue).mark)


def apply_trial(catalogue, by, reason):
    """Put what ``by`` tried last in place; returns the EntryChanges.

    :raises Refused: 409 nothing was tried, or the catalogue has changed since; 400 as ICatalogueRows.change.
    """
    kept = IAnnotations(catalogue).get(KEY)
    if not kept or by not in kept:
        message = _("violation_nothing_tried", default="Chưa có lần chạy thử nào: hãy chọn tệp trước.")
        raise Refused(Violation("file", "nothing_tried", message), 409)
    headings, entries, seen = kept[by]
    changes = ICatalogueRows(catalogue).change(headings, entries, by, reason, seen)
    del kept[by]
    return changes
