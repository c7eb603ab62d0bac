"""What two versions of a catalogue say otherwise, in words: line by line, column by column, before and after."""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.dossiers.amending import by_code
from qlvb.content.dossiers.amending import changes_between
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.rows import IEntryRow
from qlvb.content.organisation.people import name_of


NOTHING = _("catalogue_nothing", default="(trống)")


@dataclass(frozen=True)
class ComparedLine:
    """``kind``: added, removed or changed; ``parts``: of a changed line a tuple of (column's title, before, after);
    str or Message.
    """

    kind: str
    code: str
    title: str
    parts: tuple = ()


def compared(old, new):
    """What CatalogueVersion ``new`` says otherwise than ``old``: list of ComparedLine by code."""
    before, after = by_code(old.headings, old.entries), by_code(new.headings, new.entries)
    return [
        ComparedLine(
            one.kind,
            one.code,
            one.title,
            tuple(_parts(before[one.code], after[one.code])) if one.kind == "changed" else (),
        )
        for one in changes_between(before, after)
    ]


def _parts(before, after):
    for name in ("title", "retention_kind", "holder", "note", "basis", "row"):
        old, new = _value(name, before), _value(name, after)
        if old != new:
            yield IEntryRow[name].title, _said(name, old), _said(name, new)


def _value(name, row):
    if name == "retention_kind":
        return period_of(row.get("retention_kind"), row.get("retention_years"))
    return row.get(name) or ""


def _said(name, value):
    """What is compared by value is said in words: labels of periods are one message with different numbers."""
    if not value:
        return NOTHING
    return value.label if name == "retention_kind" else name_of(value) if name == "holder" else value
