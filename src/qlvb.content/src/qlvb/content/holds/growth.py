"""What has been said stays said: one state of stored content compared with an earlier one. Pure.

Content beside a record may grow without anybody asking: the journal gets an entry, a dossier a document, an empty field
(when something was first opened) its value. What was there may not become another, vanish or lose its place.
"""

from BTrees.Interfaces import IDictionaryIsh
from BTrees.Interfaces import ITreeSet
from collections import UserList
from collections.abc import Mapping
from persistent import Persistent
from ZODB.blob import Blob


#: Attributes that follow from what was added (where a chain ends, how many there are) or say how far work has come.
GOING_ON = ("last", "head", "counts", "state", "reported")


def said_still(old, new, replaced=lambda blob: False):
    """bool: everything that ``old`` says is said by ``new``, too.

    Both are what annotations are made of: plain values, mappings, sequences, sets, BTrees, objects with attributes,
    blobs. ``replaced(blob)`` tells whether other bytes were written into a blob.

    >>> said_still(["a"], ["a", "b"]), said_still(["a", "b"], ["b"]), said_still(None, "x"), said_still("x", "y")
    (True, False, True, False)
    """
    if isinstance(old, Blob):  # asked by its class, and first: to load one whose file is damaged raises POSKeyError
        return isinstance(new, Blob) and old._p_oid == new._p_oid and not replaced(new)
    if _is_mapping(old):
        return _is_mapping(new) and _mapping_kept(old, new, replaced)
    if ITreeSet.providedBy(old) or isinstance(old, (set, frozenset)):
        return new is not None and set(old) <= set(new)
    if isinstance(old, (list, tuple, UserList)):
        return _sequence_kept(old, new, replaced)
    if hasattr(old, "__dict__"):
        return type(old) is type(new) and _attributes_kept(old, new, replaced)
    return not old or old == new


def _is_mapping(value):
    return isinstance(value, Mapping) or IDictionaryIsh.providedBy(value)


def _mapping_kept(old, new, replaced):
    return all(name in new and said_still(old[name], new[name], replaced) for name in list(old.keys()))


def _sequence_kept(old, new, replaced):
    if not isinstance(new, (list, tuple, UserList)) or len(new) < len(old):
        return False
    return all(said_still(*pair, replaced) for pair in zip(old, new, strict=False))


def _attributes_kept(old, new, replaced):
    """Of an object of the database, which may go on; any other is a statement (an entry, a direction) as it is."""
    if not isinstance(old, Persistent):
        return vars(old) == vars(new)
    old._p_activate()
    names = [name for name in vars(old) if name not in GOING_ON and not name.startswith("_v_")]
    return all(said_still(vars(old)[name], getattr(new, name, None), replaced) for name in names)
