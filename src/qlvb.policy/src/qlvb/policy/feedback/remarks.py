"""Remarks in an annotation of the agency."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.feedback import rules
from qlvb.policy.feedback.interfaces import IRemark
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.workflows.notices.interfaces import INotices
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.feedback"
MOST_NEW = 50  # of one person, that nobody has looked at yet


@implementer(IRemark)
class Remark(Persistent):
    """See IRemark."""

    state = "new"
    answer = ""
    answered_by = ""
    answered = None

    def __init__(self, author, values):
        self.id = token_hex(6)
        self.author = author
        self.when = clock.now()
        for name in rules.FIELDS:
            setattr(self, name, values[name])


@implementer(IRemarks)
@adapter(IAgency)
class Remarks:
    """See IRemarks."""

    def __init__(self, agency):
        self.agency = agency

    @property
    def _kept(self):
        return IAnnotations(self.agency).get(ANNOTATION) or {}

    def all(self, state="", author=""):
        found = [one for one in self._kept.values() if state in ("", one.state) and author in ("", one.author)]
        return sorted(found, key=lambda one: (one.when, one.id), reverse=True)

    def get(self, remark_id):
        remark = self._kept.get(remark_id) if isinstance(remark_id, str) else None
        if remark is None:
            raise Refused(rules.unknown(), status=404)
        return remark

    def add(self, author, values):
        values = rules.cleaned(values)
        violations = rules.mistakes(values)
        if violations:
            raise Refused(violations)
        if len(self.all("new", author)) >= MOST_NEW:
            mapping = {"max": str(MOST_NEW)}
            message = _("violation_feedback_many", default="Đã có ${max} góp ý của anh/chị chờ xem.", mapping=mapping)
            raise Refused(Violation("", "too_many_remarks", message), status=409)
        kept = kept_under(self.agency, ANNOTATION, OOBTree)
        remark = Remark(author, values)
        kept[remark.id] = remark
        text = _("told_feedback_new", default="Có góp ý mới về phần mềm.")
        administrators = group_id(self.agency.getId(), "agency_admin")
        getUtility(INotices).tell([administrators], "feedback", None, text, once=f"new-{remark.id}")
        return remark

    def gather(self, remark_id):
        remark = self.get(remark_id)
        if remark.state != "new":
            message = _("violation_feedback_gathered", default="Góp ý này đã được tổng hợp hoặc trả lời.")
            raise Refused(Violation("state", "remark_not_new", message), status=409)
        remark.state = "gathered"
        return remark

    def answer(self, remark_id, text, by):
        remark = self.get(remark_id)
        text = nfc(text).strip() if isinstance(text, str) else ""
        if not rules.SHORTEST <= len(text) <= rules.LONGEST:
            raise Refused(rules.length("answer", rules.SHORTEST))
        remark.answer, remark.answered_by, remark.answered = text, by, clock.now()
        remark.state = "answered"
        mapping = {"answer": text}
        said = _("told_feedback_answered", default="Góp ý của anh/chị đã có trả lời: ${answer}", mapping=mapping)
        once = f"answer-{remark.id}-{remark.answered.isoformat()}"
        getUtility(INotices).tell([remark.author], "feedback", None, said, once=once)
        return remark
