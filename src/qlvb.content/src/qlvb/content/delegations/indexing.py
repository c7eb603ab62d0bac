"""What the records index keeps of delegations."""

from Acquisition import aq_base
from qlvb.content.delegations.interfaces import IDelegation
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IDelegation)
class DelegationFields:
    """The period stands in the columns of days, so that lists sort by it."""

    def __init__(self, delegation):
        self.delegation = aq_base(delegation)

    def read(self, facts):
        """See IIndexedFields."""
        delegation, directory = self.delegation, getUtility(IDirectory)
        title = delegation.title or ""
        columns = {
            "year": delegation.valid_from.year,
            "subject": title,
            "subject_sort": fold(title)[:200],
            "holder": delegation.giver,
            "issue_day": delegation.valid_from.toordinal(),
            "arrival_day": delegation.valid_to.toordinal(),
        }
        shown = ("giver", "receiver", "mode", "basis")
        people = " · ".join(directory.person(userid).fullname for userid in (delegation.giver, delegation.receiver))
        texts = {"subject": title, "people": people, "fields": delegation.basis or ""}
        return columns, {name: getattr(delegation, name) for name in shown}, texts
