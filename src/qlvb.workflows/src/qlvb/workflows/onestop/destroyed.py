"""What the one-stop system said of a dossier goes when its document is destroyed; that it was submitted stays."""

from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from zope.component import adapter
from zope.interface import implementer


@implementer(IFurtherCopies)
@adapter(IOneStopDocument)
class CaseCopies:
    """The owner, the addresses of components, and what events said."""

    def __init__(self, record):
        self.record = record

    def blobs(self):
        """See IFurtherCopies: it has none."""
        return []

    def forget(self):
        """See IFurtherCopies."""
        case = case_of(self.record)
        case.owner_name = case.case_title = case.opinion = ""
        case.echo = "null"
        del case.components[:]
        for dispatch in case.reports:
            dispatch.body = {"submissionId": dispatch.body["submissionId"], "caseCode": dispatch.body["caseCode"]}
