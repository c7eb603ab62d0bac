"""What members of a council read: the records they vote on, for as long as the council sits (TT 05/2025 Điều 49).

Nothing is written on the records, so it begins and ends with the state of the disposal. Secrecy only narrows: secret
records keep to those who were given them.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.twins import proposed_in
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.workflows.rights.interfaces import Grant
from qlvb.workflows.rights.interfaces import IMoreGrants
from qlvb.workflows.rights.secrecy import is_secret
from zope.component import adapter
from zope.interface import implementer


CAUSE, ROLE = "disposal", "Participant"


def examined_by(record):
    """Disposals that have the record, or a dossier it lies in, before their councils now: list."""
    if is_secret(record):
        return []
    holders = [find_record(uid) for uid in dossier_uids(record)] if IDocument.providedBy(record) else []
    found = [proposed_in(one) for one in (record, *holders) if one is not None]
    sitting = [one for one in found if one is not None and state_of(one) == "council"]
    return list({one.UID(): one for one in sitting}.values())


@implementer(ILocalRoleProvider)
@adapter(IRecord)
class CouncilRoles:
    """Of dossiers and documents."""

    def __init__(self, record):
        self.record = record

    def getRoles(self, principal_id):
        if "." in principal_id:
            return ()
        member = any(principal_id in ISheet(disposal).members for disposal in examined_by(self.record))
        return (ROLE,) if member else ()

    def getAllRoles(self):
        return ()


@implementer(IMoreGrants)
@adapter(IRecord)
class CouncilGrants:
    """The same as grants, for the answer to who may see the record and why."""

    def __init__(self, record):
        self.record = record

    def grants(self):
        return [
            Grant(userid, ROLE, CAUSE, disposal.UID(), _convened(disposal))
            for disposal in examined_by(self.record)
            for userid in ISheet(disposal).members
        ]


def _convened(disposal):
    """Aware datetime at which the council was convened."""
    return next(entry.when for entry in IJournal(disposal).entries(newest_first=True, events=("act.convene",)))
