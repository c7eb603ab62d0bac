"""Acts of the agency that is asked: Giao chuẩn bị, Chuẩn bị ý kiến, Gửi ý kiến."""

from plone.namedfile.file import NamedFile
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.leaving import obstacles
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.consultation.answering import GiveAgencyOpinion
from qlvb.workflows.consultation.inputs import IAssignRequestInput
from qlvb.workflows.consultation.inputs import IOpinionInput
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.telling import tell_assigned
from qlvb.workflows.consultation.telling import tell_prepared
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import name_of
from zope.i18n import translate


class RequestAct(Act):
    """Base: acts on a request for an opinion."""

    states = ("to_answer",)

    @property
    def handling(self):
        return IRequestHandling(self.record)

    @property
    def opinion(self):
        """The IOpinion in the round of the draft, or None when the draft is gone."""
        draft = find_record(self.record.draft)
        found = IConsultations(draft).find(self.record.opinion) if draft is not None else None
        return found[1] if found is not None else None

    def answer_act(self):
        """The act on the draft that the answer is; None when the draft is gone."""
        opinion = self.opinion
        return GiveAgencyOpinion(find_record(self.record.draft), opinion) if opinion is not None else None

    def input_faults(self, data):
        """Violations of an answer: those of an answer within the agency."""
        act = self.answer_act()
        if act is None:
            message = _("violation_request_gone", default="Dự thảo xin ý kiến không còn trong hệ thống.")
            return [self.violation("wrong_state", message)]
        return list(act.faults(data)) if data is not None else []

    def prepared_version(self, data):
        """The version of the file that was prepared where the input gives none, or None."""
        stored = IFileStore(self.record).get(self.handling.file) if self.handling.file else None
        return None if data is None or data["file"] or stored is None else stored.current

    def with_prepared_file(self, data):
        """The input, with the file that was prepared where none is given."""
        current = self.prepared_version(data)
        if current is None:
            return data
        return {**data, "file": NamedFile(data=current.data(), filename=current.filename)}


class AssignRequest(RequestAct):
    """Giao chuẩn bị ý kiến: leader or clerk gives it to somebody of the agency; may be given to another later."""

    id = "assign_opinion"
    title = _("act_assign_opinion", default="Giao chuẩn bị ý kiến")
    description = _("act_assign_opinion_help", default="Giao chuyên viên chuẩn bị ý kiến; lãnh đạo gửi đi.")
    schema = IAssignRequestInput
    permission = "qlvb: Direct"
    order = 10
    comment_from = "note"

    def execute(self, data):
        self.handling.assign(data["person"], self.actor.userid, data["note"])
        tell_assigned(self.record, data["person"], self.actor.userid)
        return {"receiver": data["person"], "receiver_name": name_of(data["person"])}


class OpinionAct(RequestAct):
    """Base: an opinion in words, beginning with what is prepared."""

    schema = IOpinionInput
    emphasis = "primary"
    order = 5
    comment_from = "text"

    def defaults(self):
        return {"answer": self.handling.answer, "text": self.handling.text} if self.handling.prepared else {}

    def rules(self, data):
        return self.input_faults(self.with_prepared_file(data))


class PrepareOpinion(OpinionAct):
    """Chuẩn bị ý kiến: who was given it; decides nothing, may be changed until it is sent."""

    id = "prepare_agency_opinion"
    title = _("act_prepare_agency_opinion", default="Chuẩn bị ý kiến")
    description = _("act_prepare_agency_opinion_help", default="Soạn ý kiến để lãnh đạo cơ quan xem và gửi.")
    permission = "qlvb: Handle"

    def execute(self, data):
        file_id, by = "", self.actor.userid
        if data["file"]:
            title = translate(_("consultation_file_of", default="Góp ý của ${name}", mapping={"name": name_of(by)}))
            store = IFileStore(self.record)
            file_id = store.add("comment", data["file"].filename, data["file"].data, by, title=title).id
        self.handling.prepare(data["answer"], data["text"], file_id, by)
        tell_prepared(self.record, by)
        return {"answer": translate(ANSWER_TITLES[data["answer"]], target_language="vi")}


class SendOpinion(OpinionAct):
    """Gửi ý kiến in the name of the agency; a second one takes the place of the first until the round is closed."""

    id = "send_opinion"
    title = _("act_send_opinion", default="Gửi ý kiến")
    description = _("act_send_opinion_help", default="Gửi ý kiến của cơ quan đến nơi hỏi.")
    permission = "qlvb: Review"
    states = ("to_answer", "answered")

    def rules(self, data):
        version = self.prepared_version(data)
        unfit = obstacles([version]) if version is not None else []
        return [*unfit, *super().rules(data)]

    def execute(self, data):
        data, act = self.with_prepared_file(data), self.answer_act()
        carry_out(act.record, act, data)
        self.handling.prepare(data["answer"], data["text"], "", self.actor.userid)
        late = act.opinion.late
        return {"answer": translate(ANSWER_TITLES[data["answer"]], target_language="vi"), "late": late}

    def transition_for(self, data, result):
        return "answer" if self.state == "to_answer" else None
