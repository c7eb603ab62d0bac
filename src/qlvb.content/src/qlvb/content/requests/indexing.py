"""What the records index keeps of requests for accounts."""

from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.requests.interfaces import OPEN
from qlvb.content.requests.interfaces import IAccountRequest
from qlvb.content.requests.words import FORMS
from qlvb.content.states import state_of
from qlvb.content.text import fold
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IAccountRequest)
class RequestFields:
    """The form stands as reference, the day it was sent as day of issue; it has a deadline while it is open."""

    def __init__(self, request):
        self.request = request

    def read(self, facts):
        """See IIndexedFields."""
        request = self.request
        columns = {
            "year": request.sent_on.year,
            "reference": FORMS[request.kind],
            "subject": request.title,
            "subject_sort": fold(request.title)[:200],
            "holder": request.author,
            "issue_day": request.sent_on.toordinal(),
            "deadline_day": request.due.toordinal() if state_of(request) in OPEN else NO_DEADLINE,
        }
        rows = [*request.agencies, *request.people]
        said = " ".join(row.get("fullname") or row.get("account") or "" for row in rows)
        return columns, {"kind": request.kind, "rows": len(rows)}, {"subject": request.title, "fields": said}
