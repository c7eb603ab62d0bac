"""The jobs that make files of lists, and throw them away."""

from plone import api
from qlvb.content.index.progress import telling
from qlvb.policy.exporting.shelf import Shelf
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.exporting.writing import table_of
from qlvb.policy.exporting.writing import write
from qlvb.workflows.outbox.asked import check_owner
from qlvb.workflows.outbox.asked import still_wanted
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.renditions.interfaces import ConversionFailed
from zope.interface import implementer


@implementer(IJobHandler)
class ExportList:
    """Writes the file as the person who asked for it: what he may not see when the job runs is not in it."""

    max_attempts = 3
    timeout = 600

    def run(self, desk, job):
        shelf = Shelf(desk.owner)
        export = still_wanted(shelf.get, job.params["export"])
        if export is None:
            return
        check_owner(desk.owner)
        with api.env.adopt_user(username=desk.owner), telling(f"export {export.id}", export.total) as tell:
            table = table_of(export.order)
            try:
                data = write(table, tell)
            except ConversionFailed as failure:
                raise JobFailed(failure.message, retry=failure.retry) from failure
            export.store(data, filename_of(table), table.total, table.named)

    def failed(self, desk, job):
        """Nothing to do: the list of exports says what the job says."""


@implementer(IJobHandler)
class ClearExports:
    """Removes a file when its time is over."""

    max_attempts = 5

    def run(self, desk, job):
        Shelf(desk.owner).forget(job.params["export"])

    def failed(self, desk, job):
        """Nothing to do: such a file is not shown any more either."""
