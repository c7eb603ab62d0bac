"""Checkpoints and fixity.

A *leaf* says one entry of one journal: (UID of the record, number of the entry, hash of the entry). A *checkpoint*
holds the leaves of all entries written since the checkpoint before and the root of the Merkle tree over them; its
*statement* names the root and the hash of the statement before, and is signed and time-stamped. So the statements are a
chain of their own, and whoever keeps the last one can tell whether any entry before it was altered, taken away or put
in.
"""

from zope.interface import Attribute
from zope.interface import Interface


class ICheckpoint(Interface):
    """One checkpoint. Never changes."""

    number = Attribute("int, from 1")
    statement = Attribute("str: canonical JSON of site, number, time, size (leaves), root, previous")
    signature = Attribute("bytes: CMS over the statement (detached, DER), its time stamp inside; b'' for none")
    size = Attribute("int: leaves")
    is_signature_kept = Attribute("bool: the signature is byte for byte the one that was made")

    def leaves():
        """list of Leaf in the order of the tree; None when it cannot be read."""


class ICheckpoints(Interface):
    """Adapter of the site: its checkpoints, kept in the ZODB."""

    def all():
        """Oldest first: list of ICheckpoint."""

    def last():
        """ICheckpoint, or None."""

    def add(leaves, when, sign):
        """Add a checkpoint over ``leaves`` (list of Leaf); ``sign`` takes the statement (bytes) and returns the
        signature. Returns ICheckpoint.
        """


class IStatementSigner(Interface):
    """Utility: signs statements for the site."""

    def sign(statement):
        """bytes: the signature over ``statement`` (bytes), see ICheckpoint.signature."""

    def verify(statement, signature):
        """Verdict: dict ``valid`` (bool), ``signer`` (str), ``stamped`` (datetime, aware, or None), ``problem``."""


class IFixityFault(Interface):
    """A version of a file that is not what was stored."""

    uid = Attribute("UID of the record")
    file = Attribute("id of the file")
    version = Attribute("int: number of the version")
    filename = Attribute("str")
    expected = Attribute("SHA-256 when it was stored, hex")
    found = Attribute("SHA-256 now, hex; '' when it cannot be read")
    fault = Attribute("one of fixity.FAULTS")
    since = Attribute("datetime, aware: when it was noticed")
    mended = Attribute("datetime, aware, or None")
    mended_by = Attribute("userid, or 'system' when a later look found it well")


class IFixityLedger(Interface):
    """Adapter of the site: which files were looked at, and what was found. Only the worker and commands write."""

    place = Attribute("tuple of ids: the record at which the full pass has arrived, () at the beginning")

    def runs():
        """Newest first: list of dict ``kind`` (sample, full), ``started``, ``ended`` (datetime or None), ``files``,
        ``bytes``, ``faults``.
        """

    def open_run(kind):
        """The newest run of ``kind`` when it has not ended, else None."""

    def begin(kind, when):
        """Begin a run; a full one at the beginning of the site."""

    def note(kind, looks, when, place=None, ended=False):
        """Enter what ``looks`` (list of Look) found into the newest run of ``kind``; returns the new faults."""

    def faults(open_only=True):
        """list of IFixityFault."""

    def faults_of(uid):
        """The open ones of a record: list of IFixityFault."""
