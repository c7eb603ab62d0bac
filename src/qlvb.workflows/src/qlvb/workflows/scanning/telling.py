"""Whoever stands at the scanner does not look into its folders: what could not be taken is told to the clerks."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


CLERK = "clerk"
scan_refused = NoticeKind(_("notice_scan_refused", default="Không nhận được bản quét"), ("email",))
REFUSED = _(
    "notice_text_scan_refused",
    default="Không nhận được bản quét “${filename}”: ${why} Hãy quét lại; tệp được giữ trong thư mục “refused” của máy "
    "quét.",
)


def tell_refused(agency_id, path, why):
    """The clerks of the agency hear that a file was put aside, and why; a file of that name and time once."""
    text = Message(REFUSED, mapping={"filename": path.name, "why": why})
    once = f"scan-{path.name}-{path.stat().st_mtime}"
    getUtility(INotices).tell([group_id(agency_id, CLERK)], "scan_refused", None, text, once=once)
