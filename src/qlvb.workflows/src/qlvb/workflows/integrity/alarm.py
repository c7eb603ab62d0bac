"""Who is told when the proof fails or a file is damaged."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.interfaces import INotices
from zope.component import getUtility
from zope.interface import implementer


VIEW = "qlvb: View integrity"


@implementer(INoticeKind)
class DamageKind:
    """Leads to the screen that names what is damaged and how it is put back: the site's, or that of an agency whose
    archivist the reader is. What is told of one record is told of a package of it: that leads to its packages.
    """

    title = _("notice_damage", default="Phát hiện dữ liệu không còn nguyên vẹn")
    default_channels = ("email", "push")
    record_page = "@@dossier-packages"

    @property
    def page(self):
        """See INoticeKind; for the current user."""
        site = api.portal.get()
        places = [site, *(getUtility(IDirectory).agency_object(one.id) for one in getUtility(IDirectory).agencies())]
        may = getSecurityManager().checkPermission
        found = next((one for one in places if may(VIEW, one)), None)
        if found is None:
            return ""
        return "/".join((*found.getPhysicalPath()[len(site.getPhysicalPath()) :], "@@integrity"))


damage = DamageKind()
FILES = _(
    "notice_damaged_files",
    default="${count} tệp không còn nguyên vẹn. Mở “Toàn vẹn dữ liệu” để xem tệp nào; quản trị hệ thống khôi phục từ"
    " bản sao lưu ở màn hình đó hoặc bằng lệnh “qlvb audit restore”.",
)
JOURNALS = _(
    "notice_altered_journals",
    default="Nhật ký không khớp với các mốc kiểm chứng (${count} điểm). Mở “Toàn vẹn dữ liệu” để xem nhật ký nào;"
    " quản trị hệ thống đối chiếu bằng lệnh “qlvb audit verify”.",
)


def alarm(message, count, once):
    """Tell the administrators of the site and the archivists of all agencies. Names of files and records are not in the
    text: not everybody who must know may read them. ``once``: told once for each such word.
    """
    said = _(str(message), default=message.default, mapping={"count": count})
    getUtility(INotices).tell(_responsible(), "damage", None, said, urgent=True, once=once)


def alarm_about(record, said, once):
    """Tell the same people of its agency of damage to a package of a dossier, to whose packages the notice leads;
    ``said``: Message, shown to whoever may view the dossier.
    """
    agency = getUtility(IDirectory).agency_of(record)
    people = [*_administrators(), *([group_id(agency.id, "archivist")] if agency is not None else [])]
    getUtility(INotices).tell(people, "damage", record, said, urgent=True, once=once)


def alarm_of_files(count, now):
    """Tell that ``count`` files were found damaged at ``now``."""
    alarm(FILES, count, f"files-{now.isoformat(timespec='minutes')}")


def alarm_of_journals(count, now):
    """Tell that journals do not fit in ``count`` places: once on a day."""
    alarm(JOURNALS, count, f"journals-{now.date().isoformat()}")


def _responsible():
    agencies = getUtility(IDirectory).agencies()
    return [*_administrators(), *(group_id(agency.id, "archivist") for agency in agencies)]


def _administrators():
    acl_users = api.portal.get_tool("acl_users")
    return [user for user, _title in acl_users.portal_role_manager.listAssignedPrincipals("Manager")]
