"""What the journals said when they were last held against the checkpoints: kept for screens and lists."""

from dataclasses import dataclass
from datetime import datetime
from plone.app.uuid.utils import uuidToObject
import re
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.workflows.integrity.proof"
#: Problems that are kept; of a site that was altered as a whole the command tells the others.
MOST = 1000
_ENTRY = re.compile(r"^record (?P<uid>[0-9a-f]{32}), entry (?P<seq>\d+): ")


@dataclass(frozen=True)
class KeptProof:
    """``when`` (aware datetime), ``checkpoints``, ``entries`` (int), ``problems`` (tuple of sentences), ``count``: how
    many there were.
    """

    when: datetime
    checkpoints: int
    entries: int
    problems: tuple
    count: int

    @property
    def altered(self):
        """dict UID of a record -> numbers of its entries that do not fit, in order: list."""
        found = {}
        for one in filter(None, map(_ENTRY.match, self.problems)):
            found.setdefault(one["uid"], set()).add(int(one["seq"]))
        return {uid: sorted(numbers) for uid, numbers in found.items()}


def kept_proof(site):
    """The last KeptProof, or None."""
    said = IAnnotations(site).get(KEY)
    return KeptProof(**said) if said else None


def keep_proof(site, proof, now):
    """Remember a Proof in the current transaction; records that joined or left those altered are told the index."""
    before = kept_proof(site)
    IAnnotations(site)[KEY] = {
        "when": now,
        "checkpoints": proof.checkpoints,
        "entries": proof.entries,
        "problems": tuple(proof.problems[:MOST]),
        "count": len(proof.problems),
    }
    for uid in set(before.altered if before else ()) ^ set(kept_proof(site).altered):
        if (record := uuidToObject(uid, unrestricted=True)) is not None:
            record.reindexObject()
