"""Cho ý kiến: the act of who is asked."""

from AccessControl import getSecurityManager
from io import BytesIO
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import Act
from qlvb.workflows.consultation.inputs import IOpinionInput
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.points import split_points
from qlvb.workflows.consultation.telling import tell_answered
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import name_of
from zope.component import getUtility
from zope.i18n import translate


class GiveOpinion(Act):
    """Cho ý kiến: until the round is closed; a second answer takes the place of the first."""

    id = "give_opinion"
    title = _("act_give_opinion", default="Cho ý kiến")
    description = _("act_give_opinion_help", default="Trả lời đợt lấy ý kiến về dự thảo này.")
    schema = IOpinionInput
    permission = "View"
    states = ("consulting",)
    emphasis = "primary"
    order = 5
    conflict_codes = Act.conflict_codes | {"round_closed"}
    comment_from = "text"

    @property
    def principals(self):
        """set of str: whose opinion the actor may give: his own, his units', those of who delegated to him."""
        actor = self.actor
        found = {actor.userid, *getSecurityManager().getUser().getGroups()}
        return found | getUtility(IDirectory).principals(actor.on_behalf) if actor.on_behalf else found

    @property
    def opinion(self):
        return IConsultations(self.record).own(self.principals)

    def relevant(self):
        return super().relevant() and self.opinion is not None

    def defaults(self):
        opinion = self.opinion
        return {"answer": opinion.answer or None, "text": opinion.text} if opinion is not None else {}

    def basic_violations(self):
        """Somebody who was asked and comes too late is told when the round ended, not that he has no right."""
        if self.state not in self.states and (found := self._closed_round()) is not None:
            return [self._closed(found)]
        return super().basic_violations()

    def _closed_round(self):
        for found in reversed(IConsultations(self.record).rounds()):
            if any(opinion.principal in self.principals for opinion in found.opinions):
                return found
        return None

    def _closed(self, found):
        mapping = {"person": name_of(found.closed_by), "when": show_moment(found.closed)}
        message = _(
            "violation_round_closed",
            default="Đợt lấy ý kiến đã kết thúc lúc ${when} (${person}); không gửi được ý kiến nữa.",
            mapping=mapping,
        )
        return self.violation("round_closed", message)

    def rules(self, data):
        if self.opinion is None:
            message = _(
                "violation_not_asked", default="Anh/chị không có trong danh sách được xin ý kiến về dự thảo này."
            )
            yield self.violation("forbidden", message)
        elif data is not None:
            yield from self.faults(data)

    def faults(self, data):
        """Violations of the words and the file of an answer."""
        if data["answer"] != "agree" and not data["text"].strip() and not data["file"]:
            message = _(
                "violation_opinion_missing",
                default="Hãy ghi nội dung góp ý hoặc đính kèm tệp khi không đồng ý hoặc có ý kiến khác.",
            )
            yield self.violation("opinion_missing", message, "text")
        if data["file"]:
            name, stream = data["file"].filename, BytesIO(data["file"].data)
            yield from check_upload(Upload("comment", name, stream, "", ""))[0]

    def execute(self, data):
        opinion, by = self.opinion, self.actor.userid
        file_id = ""
        if data["file"]:
            title = translate(_("consultation_file_of", default="Góp ý của ${name}", mapping={"name": name_of(by)}))
            stored = IFileStore(self.record).add("comment", data["file"].filename, data["file"].data, by, title=title)
            file_id = stored.id
        points = split_points(data["text"])
        IConsultations(self.record).answer(opinion, data["answer"], data["text"], points, file_id, by)
        tell_answered(self.record, opinion)
        answer = translate(ANSWER_TITLES[data["answer"]], target_language="vi")
        return {"opinion": opinion.id, "answer": answer, "for_name": name_of(opinion.principal)}


class GiveAgencyOpinion(GiveOpinion):
    """The opinion of another agency, once its leader has sent it: follows from the act on the request, which has
    answered for the right. Not offered on the draft.
    """

    def __init__(self, record, opinion):
        super().__init__(record)
        self._opinion = opinion

    @property
    def opinion(self):
        return self._opinion
