"""The jobs of the link: a report is sent, the connection is tried out; and what waited goes on when the link is on."""

from qlvb.content import _
from qlvb.workflows.links.line import SendNext
from qlvb.workflows.links.trying import Resume
from qlvb.workflows.links.trying import TryOut
from qlvb.workflows.tasklink.line import REPORTS


class SendReport(SendNext):
    """Sends one report, after the files that it names."""

    line = REPORTS
    timeout = 600  # files of 50 MB over a slow line


class TestLink(TryOut):
    """Tries out address and token."""

    line, path = REPORTS, "status"


class ResumeReports(Resume):
    """See Resume."""

    title = _("periodic_tasklink", default="Gửi báo cáo nhiệm vụ còn chờ về hệ thống của tỉnh")
    line = REPORTS
