"""GET ``@overview`` of an agency."""

from plone import api
from qlvb.content.answering import AnsweringService
from qlvb.policy.overview.asked import read
from qlvb.policy.overview.tables import tables_of
from urllib.parse import urlencode
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
                "items": [self._line(line) for line in table.lines],
                "total": self._line(table.total),
            }
        return result

    def _line(self, line):
        site = api.portal.get().absolute_url()
        found = {"id": line.who, "title": line.title, "detail": line.detail}
        for measure, count in line.counts.items():
            query = urlencode({"box": "work", "work": line.work[measure]})
            found[measure] = {"count": count, "list": f"{site}/@worklist?{query}"}
        return found
