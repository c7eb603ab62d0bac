"""Links with systems of others that name an agency."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.tasklink.interfaces import ITaskLink
from zope.component import getUtility


def enabled_links(agency_id):
    """Those that are on and know the agency by its name or code: list of str, for whoever renews them."""
    found = ["tasklink"] if getUtility(ITaskLink).enabled else []
    found += [f"onestop:{link.name}" for link in getUtility(IOneStopLink).all() if link.enabled]
    mailbox = IMailbox(getUtility(IDirectory).agency_object(agency_id))
    return [*found, "mailbox"] if mailbox.settings["enabled"] else found
