"""What a checkpoint says, as text that is signed and hashed. Pure."""

from hashlib import sha256
from qlvb.content.integrity.tree import leaf_hash
from qlvb.content.integrity.tree import root
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import canonical
from typing import NamedTuple


class Leaf(NamedTuple):
    """One entry of one journal."""

    uid: str
    seq: int
    hash: str

    @property
    def data(self):
        """bytes: what the tree covers."""
        return f"{self.uid}:{self.seq}:{self.hash}".encode()


def leaves_root(leaves):
    """Merkle root over ``leaves``: hex."""
    return root(leaf_hash(leaf.data) for leaf in leaves)


def statement_of(site, number, when, leaves, previous):
    """The statement: str. ``previous`` is the statement before (str), "" for the first."""
    return canonical(
        {
            "site": site,
            "number": number,
            "time": when,
            "size": len(leaves),
            "root": leaves_root(leaves),
            "previous": statement_hash(previous) if previous else GENESIS,
        }
    )


def statement_hash(statement):
    """SHA-256 of a statement: hex."""
    return sha256(statement.encode()).hexdigest()


def leaf_lines(leaves):
    """``leaves`` as lines of text: bytes."""
    return "".join(f"{leaf.uid} {leaf.seq} {leaf.hash}\n" for leaf in leaves).encode()


def lines_to_leaves(data):
    """The reverse of :func:`leaf_lines`: iterable of Leaf.

    :raises ValueError: a line that is no leaf.
    """
    for line in data.decode().splitlines():
        uid, seq, digest = line.split(" ")
        yield Leaf(uid, int(seq), digest)
