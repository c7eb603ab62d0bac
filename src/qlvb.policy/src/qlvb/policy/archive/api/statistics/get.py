"""``@archive-statistics`` of an agency."""

from qlvb.content.answering import AnsweringService
from qlvb.policy.archive.figures import contents_of
from qlvb.policy.archive.figures import lines_of
from qlvb.policy.archive.figures import narrowing
from qlvb.policy.archive.figures import total_of
from zope.i18n import translate


class StatisticsGet(AnsweringService):
    """Dossiers that one may see, counted by ``agency``, ``year``, ``heading`` (unit), ``holder`` (who made them),
    ``retention`` (kind), ``period`` (``permanent``, ``years:10``) and ``state``; a value of each but ``agency`` in the
    address narrows. ``list`` is what was counted; ``documents`` and ``pages`` are what is in them, each document once.
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
        documents, pages = contents_of(agency_id, filters)
        totals = {"total": total_of(agency_id, filters), "documents": documents, "pages": pages}
        return {"@id": address, **totals, "groups": groups}
