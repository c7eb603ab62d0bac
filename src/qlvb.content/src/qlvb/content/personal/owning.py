"""Whose a personal document is: the role ``Owner`` is worked out, not stored; nothing takes it away or gives it on."""

from borg.localrole.interfaces import ILocalRoleProvider
from qlvb.content.personal.interfaces import IPersonalDocument
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPersonalDocument)
class OwnersRole:
    """See ILocalRoleProvider."""

    def __init__(self, document):
        self.owner = next(iter(document.creators), "")

    def getRoles(self, principal_id):
        return ("Owner",) if principal_id and principal_id == self.owner else ()

    def getAllRoles(self):
        return ((self.owner, ("Owner",)),) if self.owner else ()
