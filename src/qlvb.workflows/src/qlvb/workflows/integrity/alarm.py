"""Who is told when the proof fails or a file is damaged."""

from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility


damage = NoticeKind(_("notice_damage", default="Phát hiện dữ liệu không còn nguyên vẹn"), ("email", "push"))
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


def alarm_of_files(count, now):
    """Tell that ``count`` files were found damaged at ``now``."""
    alarm(FILES, count, f"files-{now.isoformat(timespec='minutes')}")


def alarm_of_journals(count, now):
    """Tell that journals do not fit in ``count`` places: once on a day."""
    alarm(JOURNALS, count, f"journals-{now.date().isoformat()}")


def _responsible():
    acl_users = api.portal.get_tool("acl_users")
    administrators = [user for user, _title in acl_users.portal_role_manager.listAssignedPrincipals("Manager")]
    agencies = getUtility(IDirectory).agencies()
    return [*administrators, *(group_id(agency.id, "archivist") for agency in agencies)]
