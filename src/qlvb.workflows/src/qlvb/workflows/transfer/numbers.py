"""Numbers of minutes of handing over (Biên bản giao nhận, symbol BBGN): one row for each agency and year, whether
dossiers go to the archive or to another keeper. Taken under a lock, see ISerialiser.
"""

from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


KEY = "qlvb.transfer.numbers"


def lock_of(record):
    """str: name of the lock under which numbers of the minutes of the record's agency are given."""
    return f"transfers:{getUtility(IDirectory).agency_of(record).id}"


def take(transfer):
    """Give the transfer the next number of this year; the one that has a number keeps it. Returns it (int)."""
    if transfer.number:
        return transfer.number
    transfer.number, transfer.year = next_number(transfer)
    return transfer.number


def next_number(record):
    """(number, year) of the next minutes of the record's agency. Call only under its lock."""
    directory = getUtility(IDirectory)
    section = directory.agency_object(directory.agency_of(record).id)["transfers"]
    kept = kept_under(section, KEY, PersistentMapping)
    year = clock.today().year
    kept[year] = kept.get(year, 0) + 1
    return kept[year], year
