"""Whether something holds a dossier as it is (NĐ 30/2020 Phụ lục VI IV.1.g): what is held is not handed over."""

from qlvb.content.holds.interfaces import IHolds


def is_held(record):
    """bool: at least one hold binds the record."""
    return IHolds(record).held()
