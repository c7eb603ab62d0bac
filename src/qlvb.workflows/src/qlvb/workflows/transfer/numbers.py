"""Numbers of minutes: one row for each agency and year. Taken under a lock, see ISerialiser."""

from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


KEY = "qlvb.transfer.numbers"


def lock_of(transfer):
    """str: name of the lock under which numbers of the agency's minutes are given."""
    return f"transfers:{getUtility(IDirectory).agency_of(transfer).id}"


def take(transfer):
    """Give the transfer the next number of this year; the one that has a number keeps it. Returns it (int)."""
    if transfer.number:
        return transfer.number
    directory = getUtility(IDirectory)
    section = directory.agency_object(directory.agency_of(transfer).id)["transfers"]
    kept = kept_under(section, KEY, PersistentMapping)
    year = clock.today().year
    kept[year] = kept.get(year, 0) + 1
    transfer.number, transfer.year = kept[year], year
    return transfer.number
