"""Whose word a request for an opinion waits for, as far as it can be delegated: that of those who speak for the agency,
and of who prepares it.
"""

from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.agencies import ANSWERING
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.delegation.interfaces import ITurn
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: Permission of an act -> the role by which it is somebody's to do.
ROLE_OF = {"qlvb: Review": "AgencyLeader", "qlvb: Direct": "AgencyLeader", "qlvb: Handle": "Handler"}


def waiting_roles(state, leaders, assignee, prepared):
    """dict userid -> set of roles (pure function). A leader may answer at any time, whoever prepares it.

    >>> waiting_roles("to_answer", ["long"], "yen", True), waiting_roles("closed", ["long"], "yen", False)
    ({'long': {'AgencyLeader'}}, {})
    """
    if state != "to_answer":
        return {}
    found = {userid: {"AgencyLeader"} for userid in leaders}
    if assignee and not prepared:
        found.setdefault(assignee, set()).add("Handler")
    return found


@implementer(ITurn)
@adapter(IOpinionRequest)
class RequestTurn:
    """See ITurn. It is a draft that one is asked about: within reach of who decides about outgoing documents of its
    type in the agency that is asked.
    """

    def __init__(self, request):
        self.request = request
        self.agency = getUtility(IDirectory).agency_of(request)

    def people(self):
        handling = IRequestHandling(self.request)
        leaders = getUtility(IDirectory).holders(self.agency.id, ANSWERING)
        return waiting_roles(state_of(self.request), leaders, handling.assignee, handling.prepared)

    def holders(self, permission):
        role = ROLE_OF.get(permission)
        return {userid for userid, roles in self.people().items() if role in roles}

    def reached_by(self, scope):
        return scope.covers(self.agency.id, "outgoing", self.request.document_type or "", False)
