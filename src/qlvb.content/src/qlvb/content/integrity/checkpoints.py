"""The checkpoints of a site, kept in an annotation of it."""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
import gzip
from hashlib import sha256
from persistent import Persistent
from qlvb.content.integrity.interfaces import ICheckpoint
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.integrity.statements import leaf_lines
from qlvb.content.integrity.statements import lines_to_leaves
from qlvb.content.integrity.statements import statement_of
from qlvb.content.kept import kept_under
import zlib
from ZODB.blob import Blob
from ZODB.POSException import POSKeyError
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = "qlvb.content.integrity.checkpoints"


@implementer(ICheckpoint)
class Checkpoint(Persistent):
    """See ICheckpoint."""

    #: SHA-256 (hex); "" on a checkpoint that is older than these.
    signature_hash = packed_hash = ""

    def __init__(self, number, statement, signature, leaves):
        self.number = number
        self.statement = statement
        self.signature = signature
        self.signature_hash = sha256(signature).hexdigest()
        self.size = len(leaves)
        self._leaves = Blob()
        packed = gzip.compress(leaf_lines(leaves), mtime=0)
        self.packed_hash = sha256(packed).hexdigest()
        with self._leaves.open("w") as target:
            target.write(packed)

    def leaves(self):
        try:
            with self._leaves.open("r") as source:
                packed = source.read()
            if self.packed_hash not in ("", sha256(packed).hexdigest()):
                return None  # some bits of a packed file do not change what is unpacked: of its head, of its last byte
            return list(lines_to_leaves(gzip.decompress(packed)))
        except (OSError, EOFError, zlib.error, ValueError, POSKeyError):
            return None

    @property
    def is_signature_kept(self):
        """bool: the signature is byte for byte the one that was made; some of its bytes prove nothing by themselves."""
        return self.signature_hash in ("", sha256(self.signature).hexdigest())


class CheckpointStore(Persistent):
    """``covered``: UID -> number of the last entry that a checkpoint holds."""

    def __init__(self):
        self.checkpoints = IOBTree()
        self.covered = OIBTree()


@implementer(ICheckpoints)
class Checkpoints:
    """See ICheckpoints."""

    def __init__(self, site):
        self.site = site

    def all(self):
        store = self._store
        return list(store.checkpoints.values()) if store is not None else []

    def last(self):
        store = self._store
        return store.checkpoints[store.checkpoints.maxKey()] if store is not None and store.checkpoints else None

    def covered(self, uid):
        """int: entries of the record's journal up to this number are in a checkpoint; 0 for none."""
        store = self._store
        return store.covered.get(uid, 0) if store is not None else 0

    def add(self, leaves, when, sign):
        last = self.last()
        number = last.number + 1 if last is not None else 1
        previous = last.statement if last is not None else ""
        statement = statement_of(self.site.getId(), number, when.isoformat(), leaves, previous)
        checkpoint = Checkpoint(number, statement, sign(statement.encode()), leaves)
        store = self._writable()
        store.checkpoints[number] = checkpoint
        for leaf in leaves:
            store.covered[leaf.uid] = max(leaf.seq, store.covered.get(leaf.uid, 0))
        return checkpoint

    @property
    def _store(self):
        return IAnnotations(self.site).get(KEY)

    def _writable(self):
        return kept_under(self.site, KEY, CheckpointStore)
