"""GET ``@overview`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.overview.asked import read
from qlvb.policy.overview.tables import tables_of
from zope.i18n import translate


class OverviewGet(AnsweringService):
    """How the work of a unit stands: ``open``, ``due`` and ``overdue`` today, finished ``in_time`` and ``late`` in the
    days ``from`` to ``to`` (ISO; this month without), for the agency or the department ``unit``.

    Each number carries the address of the list that it counted. For leaders of the agency or unit; others get 403.
    """

    def answer(self):
        asked = read(self.context.getId(), self.request.form)
        result = {
            "@id": f"{self.context.absolute_url()}/@overview",
            "unit": asked.unit_id,
            "from": asked.first.isoformat(),
            "to": asked.last.isoformat(),
        }
        for table in tables_of(asked, {}):
            result[table.id] = {
                "title": translate(table.title, context=self.request),
                "items": [self._row(row) for row in table.rows],
                "total": self._row(table.total),
            }
        return result

    def _row(self, row):
        found = {"id": row.key, "title": row.title, "detail": row.detail}
        return found | {name: {"count": one.number, "list": one.service} for name, one in row.counted.items()}
