"""Saying a record anew in the records index alone."""

from plone.uuid.interfaces import IUUID
import transaction


#: UIDs of the records whose files' text is to be read again lie under this key of the transaction's data.
_KEY = object()


def renew(record, content=False):
    """Have the records index read ``record`` again, ``content`` the text of its files too; Plone's catalogue is left
    alone and the record does not count as changed.

    ``UID`` is named because the catalogue takes a list of names that it does not know for "all".
    """
    if content:
        _wanted().add(IUUID(record, None))
    record.reindexObject(idxs=["UID", "content"] if content else ["UID"], update_metadata=0)


def content_wanted(uid):
    """bool: the text of the record's files has changed in this transaction. The queue does not say so when somebody
    asks for everything of the record as well: it forgets the names.
    """
    return uid in _wanted()


def _wanted():
    current = transaction.get()
    try:
        return current.data(_KEY)
    except KeyError:
        current.set_data(_KEY, set())
        return current.data(_KEY)
