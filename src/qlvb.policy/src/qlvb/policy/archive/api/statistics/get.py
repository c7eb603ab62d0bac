"""``@archive-statistics`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.archive.figures import lines_of
from qlvb.policy.archive.figures import narrowing
from qlvb.policy.archive.figures import total_of
from zope.i18n import translate


class StatisticsGet(AnsweringService):
    """Dossiers that one may see, counted by ``agency``, ``year``, ``heading`` (unit), ``retention`` and ``state``; a
    value of ``year``, ``heading``, ``retention`` or ``state`` in the address narrows. ``list`` is what was counted.
    """

    def answer(self):
        agency_id, filters = self.context.getId(), narrowing(self.request.form)
        groups = {
            group: [
                {
                    "value": line.value,
                    "title": translate(line.title, context=self.request),
                    "count": line.count,
                    "list": line.url,
                }
                for line in lines
            ]
            for group, lines in lines_of(agency_id, filters).items()
        }
        address = f"{self.context.absolute_url()}/@archive-statistics"
        return {"@id": address, "total": total_of(agency_id, filters), "groups": groups}
