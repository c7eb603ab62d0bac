"""What a delegation gives on a record whose turn is the giver's: a role, for as long as both last."""

from borg.localrole.interfaces import ILocalRoleProvider
from datetime import datetime
from datetime import time
from qlvb.content import clock
from qlvb.content.interfaces import IDocument
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.rights.grants import turn_of
from qlvb.workflows.rights.interfaces import Grant
from qlvb.workflows.rights.interfaces import IMoreGrants
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def role_of(scopes, holders):
    """str: Handler for who acts in the place of somebody whose turn it is (``holders``: userids), Participant for an
    assistant, and for who gives a word that is awaited: that act asks for no more (pure).
    """
    return "Handler" if any(scope.may_act and scope.giver in holders for scope in scopes) else "Participant"


@implementer(ILocalRoleProvider)
@adapter(IDocument)
class DelegatedRoles:
    """The roles follow from the day, so nothing is written when a delegation begins or ends. The catalogue does not
    know them: what waits for the receiver is shown by the relayed boxes.
    """

    def __init__(self, record):
        self.record = record

    def getRoles(self, principal_id):
        if "." in principal_id:
            return ()
        scopes = getUtility(IDelegations).covering(principal_id, self.record)
        return (role_of(scopes, turn_of(self.record)),) if scopes else ()

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
        holders = turn_of(self.record)
        receivers = {scope.receiver for scope in delegations.known()}
        found = []
        for userid in sorted(receivers):
            for scope in delegations.covering(userid, self.record):
                since = datetime.combine(scope.valid_from, time(), clock.VIETNAM)
                found.append(Grant(userid, role_of([scope], holders), "delegation", scope.uid, since))
        return found
