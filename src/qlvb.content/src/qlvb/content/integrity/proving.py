"""Holding journals against checkpoints: of a site, or of the files of an export. Reads each once, in bounded memory."""

from dataclasses import dataclass
import json
from qlvb.content.integrity.statements import leaves_root
from qlvb.content.integrity.statements import statement_hash
from qlvb.content.journal.entry import GENESIS
import sqlite3
from typing import NamedTuple


class Link(NamedTuple):
    """One entry of a journal: its number, the hash kept with it, the hash of its content as it is now, the hash that it
    names as that of the entry before.
    """

    seq: int
    stored: str
    computed: str
    previous: str


@dataclass(frozen=True)
class Proof:
    """What a verification found. ``uncovered`` entries are newer than the last checkpoint: their chain is checked,
    their past not. ``problems`` are sentences for the administrator (str): those of checkpoints, then of entries, the
    earliest checkpoint first. ``unstamped``: checkpoints without a time stamp.
    """

    checkpoints: int
    entries: int
    uncovered: int
    unstamped: int
    problems: tuple

    @property
    def holds(self):
        return not self.problems


def prove(checkpoints, journals, check_signature=None):
    """Compare; returns :class:`Proof`.

    ``checkpoints``: iterable of (statement str, signature bytes, list of Leaf), oldest first. ``journals``: iterable of
    (UID, list of Link by number, None where it cannot be read), each UID once. A list of Leaf is None where it cannot
    be read. ``check_signature(statement, signature)`` returns (what is wrong or
    "", bool: time-stamped).
    """
    covered = _Covered()
    problems, unstamped, number, previous = [], 0, 0, ""
    for number, (statement, signature, leaves) in enumerate(checkpoints, start=1):
        problems += _statement_problems(number, statement, leaves, previous)
        if check_signature is not None:
            wrong, stamped = check_signature(statement, signature)
            unstamped += not stamped
            problems += [f"checkpoint {number}: {wrong}"] if wrong else []
        covered.add(number, leaves or ())
        previous = statement
    entries, uncovered, found = 0, 0, []
    for uid, links in journals:
        leaves = covered.take(uid)
        if links is None:
            found.append((_UNDATED, f"record {uid}: its journal cannot be read"))
            continue
        entries += len(links)
        uncovered += sum(1 for link in links if link.seq not in leaves)
        found += _journal_problems(uid, links, leaves)
    for uid, first in covered.left():
        found.append((first, f"record {uid}: is gone, with the entries that checkpoint {first} proves"))
    problems += [sentence for _number, sentence in sorted(found)]
    return Proof(number, entries, uncovered, unstamped, tuple(dict.fromkeys(problems)))


def _statement_problems(number, statement, leaves, previous):
    said = _read(statement)
    if said is None:
        yield f"checkpoint {number}: the statement is not readable"
        return
    if said.get("number") != number:
        yield f"checkpoint {number}: the statement calls itself {said.get('number')}; one is missing or was put in"
    if said.get("previous") != (statement_hash(previous) if previous else GENESIS):
        yield f"checkpoint {number}: does not follow on the statement before"
    if leaves is None:
        yield f"checkpoint {number}: its list of entries cannot be read"
    elif said.get("size") != len(leaves) or said.get("root") != leaves_root(leaves):
        yield f"checkpoint {number}: its list of entries was altered"


def _read(statement):
    """dict, or None for what is no statement."""
    try:
        said = json.loads(statement)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


#: Faults of a chain that no checkpoint dates come after those that one does.
_UNDATED = 1 << 40


def _journal_problems(uid, links, leaves):
    """iterable of (checkpoint number or _UNDATED, sentence)."""
    known = {link.seq: link for link in links}
    for seq, (digest, number) in sorted(leaves.items()):
        if seq not in known:
            yield number, f"record {uid}, entry {seq}: is gone; checkpoint {number} proves that it was there"
        elif known[seq].computed != digest:
            yield number, f"record {uid}, entry {seq}: was altered after checkpoint {number}"
    previous = GENESIS
    for place, link in enumerate(links, start=1):
        if link.seq != place:
            yield _UNDATED, f"record {uid}, entry {place}: is missing"
            return
        if link.stored != link.computed:
            yield _UNDATED, f"record {uid}, entry {link.seq}: its content does not fit its hash"
            return
        if link.previous != previous:
            yield _UNDATED, f"record {uid}, entry {link.seq}: does not follow on the entry before"
            return
        previous = link.stored


class _Covered:
    """The leaves of all checkpoints, in a temporary file of SQLite: millions of them do not fit into memory."""

    def __init__(self):
        self._tables = sqlite3.connect("")
        self._tables.execute(
            "CREATE TABLE leaf (uid TEXT, seq INTEGER, hash TEXT, number INTEGER, PRIMARY KEY (uid, seq)) WITHOUT ROWID"
        )

    def add(self, number, leaves):
        rows = ((leaf.uid, leaf.seq, leaf.hash, number) for leaf in leaves)
        self._tables.executemany("INSERT OR IGNORE INTO leaf VALUES (?, ?, ?, ?)", rows)

    def take(self, uid):
        """dict seq -> (hash, number of the checkpoint) of a record; asked for once."""
        rows = self._tables.execute("SELECT seq, hash, number FROM leaf WHERE uid = ?", (uid,)).fetchall()
        self._tables.execute("DELETE FROM leaf WHERE uid = ?", (uid,))
        return {seq: (digest, number) for seq, digest, number in rows}

    def left(self):
        """(UID, first checkpoint) of records that nobody asked for."""
        return self._tables.execute("SELECT uid, min(number) FROM leaf GROUP BY uid ORDER BY uid").fetchall()
