"""Taking down what was shown long enough: nothing is shown after its day anyhow; this clears flag, list and boxes."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.publication.interfaces import IPublished
import transaction
from zope.component import getUtility
from zope.interface import implementer


@implementer(IPeriodicWork)
class TakeDown:
    """Once an hour; a transaction for each document."""

    title = _("periodic_take_down", default="Gỡ văn bản điều hành hết hạn đăng")
    interval = timedelta(hours=1)

    def run(self, now):
        """See IPeriodicWork."""
        over = getUtility(IPublished).over(now.date())
        for document in over:
            until = IPublication(document).until
            IPublication(document).withdraw()
            IJournal(document).append("publication.over", "system", {"until": until.strftime("%d/%m/%Y")})
            document.reindexObject()
            transaction.commit()
        return {"taken_down": len(over)}
