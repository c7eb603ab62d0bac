"""Who opens what is closed: the head of the agency that has it, who has to judge it (account regulation Điều 24.6)."""

from borg.localrole.interfaces import ILocalRoleProvider
from qlvb.content.exposures.interfaces import JUDGE
from qlvb.content.exposures.lid import closed_by
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.capacity import HEADS
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def heads_of(agency_id):
    """userids of the head of an agency; of its leaders where nobody holds that post today: tuple of str."""
    posts = [post for post in getUtility(IDirectory).posts(agency_id, "leader") if post.holder] if agency_id else []
    heads = [post.holder for post in posts if post.capacity in HEADS] or [post.holder for post in posts]
    return tuple(dict.fromkeys(heads))


def judges_of(record):
    """userids of those who may open the record while it is closed: tuple of str."""
    agency = getUtility(IDirectory).agency_of(record)
    return heads_of(agency.id) if agency is not None else ()


@implementer(ILocalRoleProvider)
@adapter(IRecord)
class JudgeRoles:
    """See ILocalRoleProvider: follows from the posts of today, so nothing is kept and nothing has to be taken back."""

    def __init__(self, record):
        self.record = record

    def getRoles(self, principal_id):
        return (JUDGE,) if closed_by(self.record) and principal_id in judges_of(self.record) else ()

    def getAllRoles(self):
        return [(userid, (JUDGE,)) for userid in judges_of(self.record)] if closed_by(self.record) else []
