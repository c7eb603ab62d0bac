"""Who may open what is closed, among the answers to "who can see this"."""

from qlvb.content.exposures.interfaces import JUDGE
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.roles import judges_of
from qlvb.content.interfaces import IRecord
from qlvb.workflows.rights.interfaces import Grant
from qlvb.workflows.rights.interfaces import IMoreGrants
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IMoreGrants)
@adapter(IRecord)
class JudgeGrants:
    """See IMoreGrants; the roles are given by ``qlvb.content.exposures.roles.JudgeRoles``."""

    def __init__(self, record):
        self.record = record

    def grants(self):
        case_id = closed_by(self.record)
        if not case_id:
            return []
        since = getUtility(ICases).get(case_id).opened
        return [Grant(userid, JUDGE, "organisation", case_id, since) for userid in judges_of(self.record)]
