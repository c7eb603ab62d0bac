"""Clerks are told of what arrives by itself; what one of them registers himself is no news to them."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.notices.interfaces import INotices
from zope.component import adapter
from zope.component import getUtility
from zope.lifecycleevent.interfaces import IObjectAddedEvent


ARRIVED = _("told_arrived", default="Văn bản mới chờ tiếp nhận.")


@adapter(IIncomingDocument, IObjectAddedEvent)
def tell_clerks(record, event):
    """The agency's clerks, unless one of them made the record."""
    agency = getUtility(IDirectory).agency_of(record)
    if agency is None or state_of(record) != "waiting":
        return
    clerks = group_id(agency.id, "clerk")
    maker = getSecurityManager().getUser().getId()
    if maker not in getUtility(IDirectory).holders(agency.id, "clerk"):
        urgent = record.urgency not in ("normal", "", None)
        getUtility(INotices).tell([clerks], "arrived", record, ARRIVED, urgent, once="arrived")
