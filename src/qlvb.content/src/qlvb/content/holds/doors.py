"""Doors of Zope's at which no record is changed by anybody, held or not: what they write passes every rule and the
journal. Fields are changed by forms, services and acts; who may do what follows from state, people and delegations.

Code without a request may still go in where the system itself does (rights of a record that has been moved).
"""

from qlvb.content import _
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.rightsdoors import ShutRights
from qlvb.content.rightsdoors import shut
from ZPublisher import zpublish


BY_ACTS = _(
    "violation_properties_by_acts",
    default=(
        "Không sửa thuộc tính của văn bản, hồ sơ qua WebDAV hay màn hình quản lý của Zope: sửa trong biểu mẫu để có"
        " kiểm tra và ghi nhật ký."
    ),
)


class ShutDoors(ShutRights):
    """Mixed into records, before Zope's classes; what is asked with a ``REQUEST`` comes from outside."""

    @zpublish
    def PROPPATCH(self, REQUEST, RESPONSE):
        """Zope fails in it on each property of ``DAV:``, too: webdav.davcmds hands its sheet an argument that the
        sheet does not take.
        """
        shut(self, "properties_by_acts", BY_ACTS, "RFC 4918, 9.2")

    @zpublish
    def LOCK(self, REQUEST, RESPONSE):
        """A lock is written into the record. :raises RecordHeld: 403, a case holds it."""
        IHolds(self).check()
        return super().LOCK(REQUEST, RESPONSE)

    @property
    def __propsets__(self):
        """Sheets of other namespaces: none."""
        return ()

    @__propsets__.setter
    def __propsets__(self, sheets):
        shut(self, "properties_by_acts", BY_ACTS)

    @zpublish(methods="POST")
    def manage_addProperty(self, id, value, type, REQUEST=None):
        """One more of Zope's own properties."""
        self._properties_from_inside(REQUEST)
        return super().manage_addProperty(id, value, type)

    @zpublish(methods="POST")
    def manage_editProperties(self, REQUEST):
        """The table of Zope's own properties, where title and description stand, too."""
        self._properties_from_inside(REQUEST)

    @zpublish(methods="POST")
    def manage_changeProperties(self, REQUEST=None, **values):
        """Some of them."""
        self._properties_from_inside(REQUEST)
        return super().manage_changeProperties(**values)

    @zpublish(methods="POST")
    def manage_delProperties(self, ids=None, REQUEST=None):
        """None of these any more."""
        self._properties_from_inside(REQUEST)
        return super().manage_delProperties(ids)

    def _properties_from_inside(self, request):
        if request is not None:
            shut(self, "properties_by_acts", BY_ACTS)
