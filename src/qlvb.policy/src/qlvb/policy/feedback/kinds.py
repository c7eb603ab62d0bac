"""People are told of remarks and of answers to theirs."""

from qlvb.content import _
from qlvb.workflows.notices.kinds import NoticeKind


feedback = NoticeKind(_("notice_feedback", default="Góp ý về phần mềm"), ())
