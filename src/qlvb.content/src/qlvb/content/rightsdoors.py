"""Doors of Zope's and Plone's at which nobody sets who may do what with our content, whoever he is: that follows from
state, people, units and delegations, and each of it has a cause that is shown (qlvb.workflows.rights). A role given in
a folder would reach every record below it.

Code without a request may still go in where the system itself does (rights of a record that has been moved).
"""

from qlvb.content import _
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from ZPublisher import zpublish


RIGHTS_BY_RULES = _(
    "violation_rights_by_rules",
    default=(
        "Quyền trên văn bản, hồ sơ không đặt ở màn hình quản lý, trang Chia sẻ hay dịch vụ @sharing của Plone: quyền"
        " theo trạng thái, người xử lý, người được chia sẻ và ủy quyền."
    ),
)


def shut(record, code, message, rule=""):
    """:raises RecordHeld: 403, a case holds the record, and names it. :raises Refused: 403, in any other case."""
    holds = IHolds(record, None)
    if holds is not None:
        holds.check()
    raise Refused(Violation("", code, message, rule), 403)


class ShutRights:
    """Mixed into our content, before Zope's classes; what is asked with a ``REQUEST`` comes from outside."""

    @zpublish(methods="POST")
    def manage_role(self, role_to_manage, permissions=(), REQUEST=None):
        """Permissions of one role."""
        self._rights_from_inside(REQUEST)
        return super().manage_role(role_to_manage, permissions)

    @zpublish(methods="POST")
    def manage_acquiredPermissions(self, permissions=(), REQUEST=None):
        """Permissions that come from above."""
        self._rights_from_inside(REQUEST)
        return super().manage_acquiredPermissions(permissions)

    @zpublish(methods="POST")
    def manage_permission(self, permission_to_manage, roles=(), acquire=0, REQUEST=None):
        """Roles of one permission."""
        self._rights_from_inside(REQUEST)
        return super().manage_permission(permission_to_manage, roles, acquire)

    @zpublish(methods="POST")
    def manage_changePermissions(self, REQUEST):
        """The whole table."""
        self._rights_from_inside(REQUEST)

    @zpublish(methods="POST")
    def manage_addLocalRoles(self, userid, roles, REQUEST=None):
        """More roles of one person here."""
        self._rights_from_inside(REQUEST)
        return super().manage_addLocalRoles(userid, roles)

    @zpublish(methods="POST")
    def manage_setLocalRoles(self, userid, roles=(), REQUEST=None):
        """The roles of one person here."""
        self._rights_from_inside(REQUEST)
        return super().manage_setLocalRoles(userid, roles)

    @zpublish(methods="POST")
    def manage_delLocalRoles(self, userids, REQUEST=None):
        """No roles of these people here."""
        self._rights_from_inside(REQUEST)
        return super().manage_delLocalRoles(userids)

    def _rights_from_inside(self, request):
        if request is not None:
            shut(self, "rights_by_rules", RIGHTS_BY_RULES)
