"""The last look at what lies beside a held record: files, journal, directions, comments, what it is kept in.

A record's annotations are objects of the database by themselves, so the record is not stored when they change. Whoever
opens an annotation that carries content (:mod:`.guarded`), or takes them all as ``record.__annotations__``, is
remembered by his transaction; before it is committed, each such record that is held, or was before the transaction, is
compared with what the database has. It may have grown (:mod:`.growth`): looking at a file writes the journal, a held
dossier takes in what belongs to it. Everything else is refused unless an act or a job goes by the rules
(:func:`~.storing.by_the_rules`), which has asked the hold itself. What is reached past the record: :mod:`.parts`.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import MutableMapping
from qlvb.content.dossiers.contents import DOCUMENT_KEY
from qlvb.content.dossiers.parts import WHOLE_KEY
from qlvb.content.holds.bindings import BOUND_BY
from qlvb.content.holds.bindings import Holds
from qlvb.content.holds.growth import said_still
from qlvb.content.holds.guarded import guarded
from qlvb.content.holds.guarded import is_record_content
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.holds.storing import check_fresh
from qlvb.content.holds.storing import in_site
from qlvb.content.holds.storing import is_ruled
from qlvb.content.holds.storing import stored_beside
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


#: Under this object a transaction remembers the oids of records whose content was opened, by connection.
_OPENED = object()
_NOTHING = {}


def beside(record):
    """The annotations of a record as they are kept, without remembering who asks; an empty mapping for none."""
    base = aq_base(record)
    base._p_activate()
    return vars(base).get("__annotations__", _NOTHING)


class RawAnnotations:
    """``record.__annotations__``, where zope.annotation keeps them: whoever takes them past the adapter may change any.

    An attribute of the class that stands before the instance's own of the same name.
    """

    def __get__(self, record, cls=None):
        if record is None:
            return {}
        found = vars(record).get("__annotations__")
        if found is None:
            raise AttributeError("__annotations__")
        remember(record)
        return found

    def __set__(self, record, value):
        remember(record)
        vars(record)["__annotations__"] = value

    def __delete__(self, record):
        remember(record)
        if vars(record).pop("__annotations__", None) is None:
            raise AttributeError("__annotations__")


@implementer(IAnnotations)
class RecordAnnotations(MutableMapping):
    """Annotations of what can be held: as zope.annotation's own, and whoever opens content is remembered."""

    def __init__(self, obj, context=None):
        self.obj = obj

    @property
    def __parent__(self):
        return self.obj

    def __bool__(self):
        return bool(beside(self.obj))

    def __iter__(self):
        return iter(beside(self.obj))

    def __len__(self):
        return len(beside(self.obj))

    def get(self, key, default=None):
        self._opens(key)
        return beside(self.obj).get(key, default)

    def __getitem__(self, key):
        self._opens(key)
        return beside(self.obj)[key]

    def __setitem__(self, key, value):
        self._opens(key)
        kept = beside(self.obj)
        if kept is _NOTHING:
            kept = aq_base(self.obj).__annotations__ = OOBTree()
        kept[key] = value

    def __delitem__(self, key):
        self._opens(key)
        del beside(self.obj)[key]

    def _opens(self, key):
        if is_record_content(key):
            remember(self.obj)


def remember(record):
    """Have the record compared before the present transaction is committed."""
    jar = record._p_jar
    if jar is None or jar.transaction_manager is None:
        return
    current = jar.transaction_manager.get()
    try:
        opened = current.data(_OPENED)
    except KeyError:
        opened = {}
        current.set_data(_OPENED, opened)
        current.addBeforeCommitHook(_refuse_unruled, (jar.transaction_manager, opened))
    opened.setdefault(jar, set()).add(record._p_oid)


def opened_in(jar):
    """Records whose content was opened in the present transaction through a connection: list."""
    try:
        opened = jar.transaction_manager.get().data(_OPENED)
    except KeyError:
        return []
    return [jar.get(oid) for oid in sorted(opened.get(jar, ()))]


def _refuse_unruled(manager, opened):
    """:raises RecordHeld: 403, content of a held record is another, and nobody asked."""
    if is_ruled(manager):
        return
    for jar, oids in opened.items():
        if written := written_by(jar):
            for oid in sorted(oids):
                _refuse_altered(jar, oid, written)


def written_by(jar):
    """oids that the transaction stores or has stored at a savepoint: set."""
    found = {one._p_oid for one in jar._registered_objects if one._p_changed}
    return found if jar._savepoint_storage is None else found | set(jar._savepoint_storage.index)


def _refuse_altered(jar, oid, written):
    record = jar.get(oid)
    record._p_activate()
    if not any(record._p_serial):
        return  # new in this transaction
    now = beside(record)
    named = any(now.get(name) for name in (BOUND_BY, DOCUMENT_KEY, WHOLE_KEY))
    if not (named or oid in written or _may_be_unbound(now, written)):
        return
    with stored_beside(record) as stored:
        before = beside(stored)
        altered = [name for name in guarded() if name in before and not _still(before[name], now.get(name), written)]
        if not altered:
            return
        for pair in ((record, stored), (now, before), *((now.get(name), before[name]) for name in altered)):
            check_fresh(*pair)
        bound, kept_in = (tuple(before.get(name, ())) for name in (BOUND_BY, DOCUMENT_KEY))
        kept_in += tuple(filter(None, [before.get(WHOLE_KEY)]))
    with in_site(jar):
        if violations := Holds(record, bound, kept_in).violations():
            raise RecordHeld(violations)


def _may_be_unbound(now, written):
    """Whether the transaction may have taken away what binds the record: then the database has to be asked."""
    sets = [now.get(name) for name in (BOUND_BY, DOCUMENT_KEY)]
    return getattr(now, "_p_oid", None) in written or any(getattr(one, "_p_oid", None) in written for one in sets)


def _still(old, new, written):
    return said_still(old, new, lambda blob: blob._p_oid in written)
