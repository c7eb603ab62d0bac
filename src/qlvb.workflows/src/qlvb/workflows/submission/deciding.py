"""Phê duyệt, Trả lại, Cho ý kiến: what those do whom a note is put to."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.actors import actor_for
from qlvb.workflows.acts.base import DELEGATION
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from qlvb.workflows.submission import telling
from qlvb.workflows.submission.drafting import NoteAct
from qlvb.workflows.submission.drafting import release_drafts
from qlvb.workflows.submission.inputs import IAgreeInput
from qlvb.workflows.submission.inputs import INoteOpinionInput
from qlvb.workflows.submission.inputs import IReturnNoteInput
from qlvb.workflows.submission.paper import write_paper
from qlvb.workflows.submission.pushing import push
from qlvb.workflows.submission.pushing import push_violations
from zope.component import getUtility
from zope.i18n import translate


class DecidingAct(NoteAct):
    """Base: whoever's turn it is."""

    permission = "qlvb: Review"
    states = ("to_decide", "in_progress")

    def missing_right(self):
        """Somebody who had it before him is told who has it now."""
        step = self.course.current()
        if step is None or self.actor.userid not in {found.person for found in self.course.decisions()}:
            return super().missing_right()
        mapping = {"holder": telling.name_of(step.person), "since": show_moment(step.since)}
        message = _(
            "violation_note_not_your_turn",
            default="Phiếu trình không còn ở anh/chị: đang chờ ${holder} từ ${since}.",
            mapping=mapping,
        )
        return self.violation("not_your_turn", message)


class AgreeNote(DecidingAct):
    """Phê duyệt: on to the next who decides; the last one's word approves, and the drafts go on. Each of them signs the
    printed note when he agrees; the worker puts the signature there.
    """

    id = "agree_note"
    title = _("act_agree_note", default="Phê duyệt")
    description = _(
        "act_agree_note_help", default="Đồng ý với kiến nghị; dự thảo kèm theo được trình ký khi duyệt xong."
    )
    schema = IAgreeInput
    emphasis = "primary"
    order = 10
    comment_from = "comment"

    def is_last(self):
        """bool: nobody decides after the current one."""
        return not any(step.since is None for step in self.course.decisions())

    def defaults(self):
        """Sign where he has a key and may sign; others leave it at their word."""
        actor = self.actor
        return {"sign": actor.may_sign and getUtility(IKeyRing).describe(userid=actor.userid) is not None}

    def rules(self, data):
        if self.is_last():
            yield from push_violations(self.record)
        if data is not None and data["sign"] and not self.actor.may_sign:
            message = _("violation_note_no_signing", default="Ủy quyền của anh/chị không bao gồm ký văn bản.")
            yield self.violation("no_signing", message, "sign", DELEGATION)

    def execute(self, data):
        by = self.actor.userid
        deciding = self.course.current()
        step = self.course.decide("agreed", by, data["comment"], self.actor.basis)
        if data["sign"]:
            deciding.to_sign = True
            ISigningOrders(self.record).order(by, "sign_note", {})
        signing = "queued" if data["sign"] else ""
        if step is not None:
            telling.tell_decider(self.record, step)
            return {"approved": False, "receiver_name": telling.name_of(step.person), "signing": signing}
        release_drafts(self.record)
        drafts = push(self.record, by)
        write_paper(self.record, by, decider=by)
        filed = file_with_drafts(self.record, by)
        telling.tell_outcome(self.record, "approved", data["comment"])
        return {"approved": True, "drafts": drafts, "dossiers": filed, "signing": signing}

    def transition_for(self, data, result):
        if result["approved"]:
            return "approve"
        return "proceed" if self.state == "to_decide" else None


class ReturnNote(DecidingAct):
    """Trả lại: to the drafter, who may change everything; the drafts are free again."""

    id = "return_note"
    title = _("act_return_note", default="Trả lại")
    description = _("act_return_note_help", default="Trả lại phiếu trình để sửa, kèm lý do.")
    schema = IReturnNoteInput
    transition = "return"
    emphasis = "danger"
    order = 30
    comment_from = "reason"

    def execute(self, data):
        self.course.decide("returned", self.actor.userid, data["reason"], self.actor.basis)
        release_drafts(self.record)
        telling.tell_outcome(self.record, "returned", data["reason"])
        return {"receiver_name": telling.name_of(self.record.drafter)}


class OpineNote(NoteAct):
    """Cho ý kiến: by whoever was asked, as long as the note is not decided."""

    id = "opine_note"
    title = _("act_opine_note", default="Cho ý kiến")
    description = _("act_opine_note_help", default="Cho ý kiến về phiếu trình này.")
    schema = INoteOpinionInput
    permission = "View"
    states = ("to_decide", "in_progress")
    emphasis = "primary"
    order = 15
    comment_from = "text"

    @property
    def actor(self):
        """Who is asked himself, or stands in for somebody who is."""
        own = super().actor
        asked = [opinion.person for opinion in self.course.opinions() if opinion.done is None]
        found = [actor_for(self.record, own.userid, person) for person in asked if own.userid not in asked]
        return next((one for one in found if one.on_behalf), own)

    @property
    def opinion(self):
        actor = self.actor
        found = self.course.opinion_of(actor.userid)
        return found or (self.course.opinion_of(actor.on_behalf) if actor.on_behalf else None)

    def relevant(self):
        return super().relevant() and self.opinion is not None

    def rules(self, data):
        if self.opinion is None:
            message = _("violation_note_not_asked", default="Anh/chị không được xin ý kiến, hoặc đã cho ý kiến.")
            yield self.violation("forbidden", message)
        elif data is not None and data["answer"] != "agree" and not data["text"].strip():
            message = _(
                "violation_note_opinion", default="Hãy ghi nội dung ý kiến khi không đồng ý hoặc có ý kiến khác."
            )
            yield self.violation("opinion_missing", message, "text")

    def execute(self, data):
        opinion, actor = self.opinion, self.actor
        self.course.answer(opinion, data["answer"], data["text"], actor.userid, actor.basis)
        telling.tell_opinion(self.record, opinion)
        return {"opinion": opinion.id, "answer": translate(ANSWER_TITLES[data["answer"]], target_language="vi")}


def file_with_drafts(note, by):
    """Keep the note in the open dossiers that keep its drafts or its basis; returns their codes (list of str)."""
    codes = []
    for uid in (*note.drafts, *note.basis):
        document = find_record(uid)
        for dossier in getUtility(IDossierFinder).dossiers_of(document) if document is not None else ():
            if state_of(dossier) == "open" and dossier.code not in codes:
                IDossierContents(dossier).add(note, by)
                codes.append(dossier.code)
    return codes
