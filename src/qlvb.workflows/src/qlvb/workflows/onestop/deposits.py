"""Files that come before the submission that names them (``fileId``): kept for a day, the same bytes once."""

from datetime import timedelta
from hashlib import sha256
from persistent import Persistent
from qlvb.content import clock
from qlvb.content.text import nfc
from ZODB.blob import Blob


KEPT = timedelta(hours=24)


class Deposit(Persistent):
    """A file that waits. ``id`` follows from name and bytes, so sending it again gives the same and keeps it longer."""

    def __init__(self, filename, data):
        self.filename = nfc(filename)
        self.sha256 = sha256(data).hexdigest()
        self.size = len(data)
        self.id = deposit_id(self.filename, self.sha256)
        self.when = clock.now()
        self.blob = Blob(data)

    def data(self):
        """bytes."""
        with self.blob.open("r") as stream:
            return stream.read()


def deposit_id(filename, digest):
    """str: id of the file of this name and SHA-256 (hex). Pure.

    >>> deposit_id("a.pdf", "00") == deposit_id("a.pdf", "00") != deposit_id("b.pdf", "00")
    True
    """
    return f"f-{sha256(f'{filename}/{digest}'.encode()).hexdigest()[:32]}"


def keep(deposits, filename, data):
    """The Deposit of a file, put into the tree ``deposits`` or kept longer there."""
    made = Deposit(filename, data)
    known = deposits.get(made.id)
    if known is None:
        deposits[made.id] = made
        return made
    known.when = made.when
    return known


def old(deposits, now):
    """Ids of those that nobody has asked for within a day: list."""
    return [key for key, one in deposits.items() if one is not None and now - one.when > KEPT]
