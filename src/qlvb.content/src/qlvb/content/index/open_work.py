"""How many records wait for people: numbers only, whatever the one who asks may view."""

from qlvb.content.index.interfaces import IBox
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import box_entries
from sqlalchemy import func
from sqlalchemy import select
from zope.component import getUtility


_ENTRIES = box_entries.c


def count_open(userids, agency=""):
    """dict userid -> int: records in the boxes of "Việc cần xử lý" under the person's own name, of one agency (path id)
    or of all; what waits for a whole function (all clerks) is nobody's own.

    For those who look after accounts and may not read the records: it tells nothing of them but how many there are.

    :raises IndexUnavailable: 503.
    """
    found = dict.fromkeys(userids, 0)
    if not found:
        return found
    question = (
        select(_ENTRIES.principal, func.count(_ENTRIES.record_id.distinct()))
        .where(_ENTRIES.principal.in_(list(found)), _ENTRIES.box.in_(getUtility(IBox, name="todo").members))
        .group_by(_ENTRIES.principal)
    )
    if agency:
        question = question.where(_ENTRIES.agency == agency)
    with reading() as connection:
        found.update(tuple(row) for row in connection.execute(question))
    return found
