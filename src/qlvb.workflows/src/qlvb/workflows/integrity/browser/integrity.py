"""``@@integrity``: is everything as it was stored? For the system's administrator, and the archivists of an agency."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.text import bytes_in_words
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.integrity.looking import restore
from qlvb.workflows.integrity.state import FAULTS
from qlvb.workflows.integrity.state import state_of_integrity


PERMISSION = "qlvb: Restore files"


class IntegrityView(PostedForm):
    """What was looked at last, what is damaged, and putting the right bytes back."""

    @property
    def shell_section(self):
        return "archive" if IAgency.providedBy(self.context) else "administration"

    def __call__(self):
        agency = self.context.getId() if IAgency.providedBy(self.context) else None
        self.agency = agency
        return super().__call__()

    @property
    def state(self):
        return state_of_integrity(self.agency)

    @property
    def may_restore(self):
        return bool(getSecurityManager().checkPermission(PERMISSION, self.context))

    def rows(self, state):
        """list of dict of the damages."""
        return [
            {
                "uid": one.uid,
                "file": one.file,
                "version": one.version,
                "filename": one.filename,
                "fault": FAULTS[one.fault],
                "since": self.moment(one.since),
                "expected": one.expected,
                "url": one.record.absolute_url() if one.record is not None else "",
                "title": (getattr(one.record, "subject", "") or one.record.Title()) if one.record is not None else "",
                "id": f"{one.uid}-{one.file}-{one.version}",
            }
            for one in state.damages
        ]

    moment = staticmethod(show_moment)
    number = staticmethod(show_number)

    def size(self, count):
        """Bytes in words: ``1,4 GB``."""
        return bytes_in_words(count)

    def save(self):
        if not self.may_restore:
            message = _("violation_restore_right", default="Chỉ quản trị hệ thống khôi phục tệp.")
            raise Refused(Violation("copy", "forbidden", message), 403)
        upload, number = self.request.form.get("copy"), self.value("version")
        if not getattr(upload, "filename", ""):
            message = _("violation_restore_file", default="Hãy chọn tệp lấy từ bản sao lưu.")
            raise Refused(Violation("copy", "file_missing", message))
        by = api.user.get_current().getId()
        version = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0
        restore(api.portal.get(), self.value("uid"), self.value("file"), version, upload, by)
        api.portal.show_message(_("integrity_restored", default="Đã khôi phục tệp đúng nội dung đã lưu."), self.request)
        return f"{self.context.absolute_url()}/@@integrity"
