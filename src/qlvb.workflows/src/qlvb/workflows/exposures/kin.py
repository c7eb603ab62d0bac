"""A draft and the requests by which other agencies are asked about it: they show the same, under the same title."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.exposures.interfaces import IKin
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import find_record
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IConsultations
from zope.component import adapter
from zope.interface import implementer


@implementer(IKin)
@adapter(IOpinionRequest)
class RequestKin:
    """See IKin: the draft that is asked about, and its other requests."""

    def __init__(self, request):
        self.draft = find_record(request.draft)

    def records(self):
        return [self.draft, *DraftKin(self.draft).records()] if self.draft is not None else []

    def files(self):
        main = IFileStore(self.draft).main() if self.draft is not None else None
        return [main] if main is not None else []


@implementer(IKin)
@adapter(IOutgoingDocument)
class DraftKin:
    """See IKin: the requests of all rounds."""

    def __init__(self, document):
        self.document = document

    def records(self):
        rounds = IConsultations(self.document).rounds()
        found = [request_of(opinion) for one in rounds for opinion in one.opinions]
        return [request for request in found if request is not None]

    def files(self):
        return []
