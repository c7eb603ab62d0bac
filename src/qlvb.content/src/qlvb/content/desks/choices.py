"""The columns that a person has chosen for a list (NĐ 30/2020 Phụ lục VI mục 6đ)."""

from qlvb.content import _
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.index.columns import columns_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


MAX_LIST_ID = 80
#: A list without its subject could not be opened.
ALWAYS = "subject"


def chosen_columns(userid, list_id, default):
    """The ids of the columns that the person wants in the list, ``default`` (tuple) if he has chosen none."""
    desk = getUtility(IDesks).get(userid) if userid else None
    chosen = desk.columns.get(list_id) if desk is not None else None
    if not chosen:
        return default
    try:
        return tuple(column.id for column in columns_of(chosen))
    except Refused:  # a column that an older version had
        return default


def choose_columns(userid, list_id, ids):
    """Keep ``ids`` (list of str, in order) for the list; an empty list goes back to the list's own columns.

    :raises Refused: 400 unknown columns, or none but unknown ones.
    """
    if not isinstance(list_id, str) or not list_id or len(list_id) > MAX_LIST_ID:
        text = _("violation_columns_list", default="Không rõ danh sách nào.")
        raise Refused(Violation("list", "list_unknown", text))
    if not isinstance(ids, (list, tuple)) or not all(isinstance(one, str) for one in ids):
        text = _("violation_columns_shape", default="“columns” phải là một danh sách mã cột.")
        raise Refused(Violation("columns", "columns_wrong", text))
    chosen = tuple(column.id for column in columns_of(ids))
    if chosen and ALWAYS not in chosen:
        chosen = (*chosen, ALWAYS)
    if not chosen:
        desk = getUtility(IDesks).get(userid)
        if desk is not None and list_id in desk.columns:
            del desk.columns[list_id]
        return ()
    desk = getUtility(IDesks).open(userid)
    if desk.columns.get(list_id) != chosen:
        desk.columns[list_id] = chosen
    return chosen
