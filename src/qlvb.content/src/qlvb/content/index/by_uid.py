"""Rows of records that another list names by their UIDs."""

from qlvb.content.index.reading import reading
from qlvb.content.index.rows import rows_from
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from sqlalchemy import select


#: How many UIDs one statement names.
_BATCH = 500


def rows_by_uid(uids):
    """(dict UID -> Row of those that the current user may view, set of all UIDs that there are)."""
    wanted = [uid for uid in dict.fromkeys(uids) if uid]
    found, there = {}, set()
    viewer = current_viewer()
    with reading() as connection:
        for start in range(0, len(wanted), _BATCH):
            named = records.c.uid.in_(wanted[start : start + _BATCH])
            there.update(connection.scalars(select(records.c.uid).where(named)))
            visible = connection.execute(select(records).where(named, viewer.may_view))
            found.update({row.uid: row for row in rows_from(visible)})
    return found, there
