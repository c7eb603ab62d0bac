"""People are told of reports by bell and e-mail."""

from qlvb.content import _
from qlvb.workflows.notices.kinds import NoticeKind


secret_report = NoticeKind(_("secret_reports_title", default="Báo tài liệu mật"), ("email", "push"))
