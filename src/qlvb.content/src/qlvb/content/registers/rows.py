"""What the records index keeps of the numbers of registers."""

from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.index.pending import pending
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import INumberChanged
from qlvb.content.text import compact
from zope.component import adapter


def row_of(entry):
    """Columns of the table ``numbers`` for an INumberEntry: dict, without register and number.

    ``day`` is that of the document, or for a number without one the day on which it was set aside.
    """
    day = entry.date or entry.when.astimezone(clock.VIETNAM).date()
    return {
        "status": entry.status,
        "document": entry.record or "",
        "reference": entry.reference or "",
        "reference_key": compact(entry.reference),
        "day": day.toordinal(),
    }


def rows_of(register):
    """Every number of a register as the index has it: iterable of ((UID of the register, number), dict)."""
    uid = IUUID(register)
    for entry in INumberBook(register).entries():
        yield (uid, entry.number), row_of(entry)


@adapter(INumberChanged)
def say(event):
    """Have the index keep an entry as it stands now, in this transaction."""
    pending().changes.numbers[IUUID(event.register), event.entry.number] = row_of(event.entry)


def forget(register, _event):
    """Take the numbers of a register that is removed out of the index."""
    gone = dict.fromkeys((key for key, _row in rows_of(register)), None)
    if gone:
        pending().changes.numbers.update(gone)
