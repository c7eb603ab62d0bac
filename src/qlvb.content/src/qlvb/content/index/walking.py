"""Every record of a site, found in the ZODB's own tree: what no index can leave out."""

from Acquisition import aq_base
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.uuid.interfaces import IUUID
from qlvb.content.interfaces import IRecord


_OWN_OBJECTS = ("__annotations__", "workflow_history")


def records_below(container, after=()):
    """The records below ``container`` in the order of their ids: iterable of (place, record).

    ``place`` is the tuple of ids that leads there. Given as ``after`` it continues behind that record; so who
    begins a new transaction, where trees may have changed, walks on from where he was. Records without children are
    not read for it.
    """
    tree = getattr(container, "_tree", None)
    if not tree:
        return
    first, rest = (after[0], after[1:]) if after else (None, ())
    for child_id in tree.keys(first):
        child = container._getOb(child_id)
        if not _is_dexterity(child):
            continue
        behind = rest if child_id == first else ()
        if child_id != first and _is_record(child):
            yield (child_id,), child
        if _may_hold(child):
            for place, record in records_below(child, behind):
                yield (child_id, *place), record


def how_many(container):
    """int: about how many records lie below, without reading them: the children of folders that hold records."""
    tree = getattr(container, "_tree", None) or {}
    first = next((container._getOb(child_id) for child_id in tree if _is_content(container, child_id)), None)
    if first is None:
        return 0
    if IRecord.providedBy(first) and not getattr(first, "_tree", None):
        return len(tree)
    here = len(tree) if IRecord.providedBy(first) else 0
    return here + sum(how_many(container._getOb(one)) for one in tree if _is_content(container, one))


def _is_content(container, child_id):
    return _is_dexterity(container._getOb(child_id))


# What a class says needs no object: asked themselves, objects are read from the database.


def _is_dexterity(child):
    return IDexterityContent.implementedBy(type(aq_base(child))) or IDexterityContent.providedBy(child)


def _is_record(child):
    return IRecord.implementedBy(type(aq_base(child))) or IRecord.providedBy(child)


def _may_hold(child):
    return hasattr(type(aq_base(child)), "_tree")


def wake(found):
    """Read these records (of one connection) with two questions to the database, and of each what lies in objects of
    their own and is read for every row. Read one by one, in the middle of making rows, they cost twice as much.
    """
    bases = [aq_base(record) for record in found]
    _read(bases)
    _read([part for base in bases for name in _OWN_OBJECTS if (part := vars(base).get(name)) is not None])


def _read(objects):
    stored = [one for one in objects if getattr(one, "_p_jar", None) is not None]
    if stored:
        stored[0]._p_jar.prefetch(stored)
    for one in stored:
        one._p_activate()


def record_at(path, uid):
    """The record at a path below the site, None when there is none with this UID."""
    found = api.portal.get()
    for child_id in path.strip("/").split("/"):
        tree = getattr(found, "_tree", None) or {}
        if child_id not in tree:
            return None
        found = found._getOb(child_id)
    return found if IRecord.providedBy(found) and IUUID(found, None) == uid else None
