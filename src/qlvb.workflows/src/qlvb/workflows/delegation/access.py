"""For whom somebody may delegate, or write down an absence."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def manages(agency):
    """bool: the current user administers the agency's organisation, so may do it for others."""
    return bool(getSecurityManager().checkPermission("qlvb: Manage organisation", agency))


def demand_own(agency, userid, field):
    """:raises Refused: 403 it is somebody else's, and the current user does not administer the agency."""
    if userid != getSecurityManager().getUser().getId() and not manages(agency):
        message = _("violation_delegation_for_others", default="Chỉ quản trị đơn vị làm thay người khác được.")
        raise Refused(Violation(field, "forbidden", message), 403)
