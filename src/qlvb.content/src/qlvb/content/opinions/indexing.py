"""What the records index keeps of the fields of requests for an opinion."""

from Acquisition import aq_base
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.fields import priority
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IOpinionRequest)
class RequestFields:
    """``issue_day`` is the day on which it came, ``issuing_body`` the agency that asks; a deadline while it runs. The
    room of consultations says as fact ``said`` what the agency answers.
    """

    def __init__(self, request):
        self.request = aq_base(request)

    def read(self, facts):
        """See IIndexedFields."""
        request, directory = self.request, getUtility(IDirectory)
        asking = directory.agency(request.asking_agency)
        body = asking.title if asking is not None else ""
        made = request.created().asdatetime().date()
        open_until = request.deadline if facts.get("deadline") else None
        deadline = open_until.toordinal() if open_until else NO_DEADLINE
        columns = {
            "urgency": request.urgency or "normal",
            "document_type": request.document_type or "",
            "year": made.year,
            "issue_day": made.toordinal(),
            "deadline_day": deadline,
            "subject": request.subject or "",
            "subject_sort": fold(request.subject)[:200],
            "issuing_body": body,
            "priority": priority(request.urgency, deadline, float(request.created())),
        }
        fields = " · ".join(filter(None, [request.question, facts.get("said")]))
        texts = {"subject": request.subject or "", "people": body, "fields": fields}
        return columns, {"due_date": open_until.isoformat()} if open_until else {}, texts
