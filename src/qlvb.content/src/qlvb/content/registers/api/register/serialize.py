"""Entries of a register as JSON."""

from qlvb.content.registers.columns import columns_of
from qlvb.content.registers.columns import register_rows
from qlvb.content.registers.interfaces import INumberBook
from zope.i18n import translate


def entries_json(register, entries, request):
    """list of dict, one per INumberEntry; ``record`` only as far as the current user may see it."""
    return [_row_json(row, request) for row in register_rows(register, entries)]


def entry_json(register, entry, request):
    """dict of one number."""
    return entries_json(register, [entry], request)[0]


def _row_json(row, request):
    entry, record = row.entry, row.row
    return {
        "number": entry.number,
        "status": entry.status,
        "status_title": translate(row.status, context=request),
        "reference": entry.reference,
        "date": entry.date.isoformat() if entry.date else None,
        "record": {"@id": record.url, "UID": entry.record, "title": record.subject} if record is not None else None,
        "by": entry.by,
        "when": entry.when.isoformat(),
        "reason": entry.reason,
        "expires": entry.expires.isoformat() if entry.expires else None,
        "columns": {name: translate(row.value(name), context=request) for name, _title in columns_of(row.register)},
        "history": [
            {"when": when.isoformat(), "by": by, "status": status, "reason": reason}
            for when, by, status, reason in entry.history
        ],
    }


def register_json(register, request):
    """dict of the register itself."""
    return {
        "title": register.title,
        "year": register.year,
        "direction": register.direction,
        "series": register.series,
        "document_types": list(register.document_types or ()),
        "closed": bool(register.closed),
        "next_number": INumberBook(register).next_number,
        "columns": [{"id": name, "title": translate(title, context=request)} for name, title in columns_of(register)],
    }
