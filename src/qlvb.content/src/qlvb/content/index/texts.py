"""The words of the records on a page, for cutting snippets."""

from qlvb.content.index.reading import reading
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import current_viewer
from sqlalchemy import func
from sqlalchemy import select


#: So much of the text of files is looked through for a snippet.
MOST_TEXT = 200_000
_FIELDS = ("subject", "reference", "people", "fields")


def texts_of(uids):
    """dict uid -> dict of texts (``subject``, ``reference``, ``people``, ``fields``, ``content``).

    Only of records that the current person may view, whatever is asked for.
    """
    if not uids:
        return {}
    columns = [record_texts.c[name] for name in _FIELDS]
    content = func.substr(record_texts.c.content, 1, MOST_TEXT).label("content")
    question = (
        select(records.c.uid, *columns, content)
        .join(record_texts, record_texts.c.record_id == records.c.id)
        .where(records.c.uid.in_(list(uids)), current_viewer().may_view)
    )
    with reading() as connection:
        return {
            row.uid: {**{name: getattr(row, name) for name in _FIELDS}, "content": row.content}
            for row in connection.execute(question)
        }
