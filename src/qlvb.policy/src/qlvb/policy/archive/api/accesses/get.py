"""``@access-statistics`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.archive.accesses import read
from qlvb.policy.archive.accesses import tables_of
from zope.i18n import translate


class AccessesGet(AnsweringService):
    """How often dossiers, documents and the system were accessed in the days ``from`` to ``to`` (ISO; this month
    without them), of the department ``unit`` and of dossiers under ``heading``: ``units`` (sign-ins), ``times`` (by
    day, by month beyond 31 days), ``headings``, ``dossier_ranking``, ``document_ranking``; ``agencies`` for
    who runs the system.
    """

    def answer(self):
        asked = read(self.context.getId(), self.request.form)
        result = {"@id": f"{self.context.absolute_url()}/@access-statistics", **asked.form}
        for table in tables_of(asked):
            result[table.id] = {
                "title": translate(table.title, context=self.request),
                "items": [_row(row) for row in table.rows],
                "total": _row(table.total) if table.total is not None else None,
            }
        return result


def _row(row):
    """dict of a FigureRow."""
    counts = {name: counted.number for name, counted in row.counted.items()}
    return {"id": row.key, "title": row.title, "detail": row.detail, "url": row.url, **counts}
