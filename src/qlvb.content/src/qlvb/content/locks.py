"""What keeps a record from being changed though state and right allow it: another record depends on it as it is."""

from qlvb.content.interfaces import IEditLock
from qlvb.content.violations import Refused
from zope.component import getAdapters
from zope.component import queryAdapter


#: Code of the violations of locks: answered with 409.
LOCKED = "locked"


def lock_violations(record):
    """list of Violation of every room that holds the record."""
    return [violation for _name, lock in getAdapters((record,), IEditLock) for violation in lock.violations()]


def hold_violations(record):
    """The same of the holds that bind the record (NĐ 30/2020 Phụ lục VI IV.1.g), and of nothing else."""
    lock = queryAdapter(record, IEditLock, name="holds")
    return lock.violations() if lock is not None else []


def closed_violations(record):
    """The same of the case that closes the record as secret material, and of nothing else."""
    lock = queryAdapter(record, IEditLock, name="exposures")
    return lock.violations() if lock is not None else []


def check_unlocked(record):
    """:raises Refused: 409 with the reasons, when something holds the record."""
    if violations := lock_violations(record):
        raise Refused(violations, 409)
