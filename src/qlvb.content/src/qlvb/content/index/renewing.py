"""Saying a record anew in the records index alone."""


def renew(record, content=False):
    """Have the records index read ``record`` again, ``content`` the text of its files too; Plone's catalogue is left
    alone and the record does not count as changed.

    ``UID`` is named because the catalogue takes a list of names that it does not know for "all".
    """
    record.reindexObject(idxs=["UID", "content"] if content else ["UID"], update_metadata=0)
