"""What a delegation gives on a record whose turn is the giver's: a role, for as long as both last."""

from borg.localrole.interfaces import ILocalRoleProvider
from datetime import datetime
from datetime import time
from qlvb.content import clock
from qlvb.content.interfaces import IDocument
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import ITurn
from qlvb.workflows.rights.interfaces import Grant
from qlvb.workflows.rights.interfaces import IMoreGrants
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def roles_of(scopes, people):
    """tuple of str: the roles by which it is the giver's turn (``people``: dict userid -> roles) for who acts in his
    place, Participant for an assistant (pure).
    """
    roles = {role for scope in scopes if scope.may_act for role in people.get(scope.giver, ())}
    return tuple(sorted(roles)) or ("Participant",)


@implementer(ILocalRoleProvider)
@adapter(IDocument)
class DelegatedRoles:
    """Of documents and tasks. The roles follow from the day, so nothing is written when a delegation begins or ends.
    The catalogue does not know them: what waits for the receiver is shown by the relayed boxes.
    """

    def __init__(self, record):
        self.record = record

    def getRoles(self, principal_id):
        if "." in principal_id:
            return ()
        scopes = getUtility(IDelegations).covering(principal_id, self.record)
        return roles_of(scopes, ITurn(self.record).people()) if scopes else ()

    def getAllRoles(self):
        return ()


@implementer(IMoreGrants)
@adapter(IDocument)
class DelegatedGrants:
    """The same as grants, for the answer to who may see the record and why."""

    def __init__(self, record):
        self.record = record

    def grants(self):
        delegations = getUtility(IDelegations)
        people = ITurn(self.record).people()
        receivers = {scope.receiver for scope in delegations.known()}
        found = []
        for userid in sorted(receivers):
            for scope in delegations.covering(userid, self.record):
                since = datetime.combine(scope.valid_from, time(), clock.VIETNAM)
                found += [Grant(userid, role, "delegation", scope.uid, since) for role in roles_of([scope], people)]
        return found
