"""Tạo phiếu trình, Sửa, Trình quyết định, Trình xin ý kiến, Hủy: what the drafter of a note does."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.factory import check_note
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.workflows.acts.actors import actor_of
from qlvb.workflows.acts.base import Act
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import void_official
from qlvb.workflows.submission import telling
from qlvb.workflows.submission.holding import let_read
from qlvb.workflows.submission.inputs import IAskInput
from qlvb.workflows.submission.inputs import ICancelNoteInput
from qlvb.workflows.submission.inputs import IDraftNoteInput
from qlvb.workflows.submission.inputs import ISubmitNoteInput
from qlvb.workflows.submission.interfaces import IHoldingNote
from qlvb.workflows.submission.interfaces import INoteCourse
from qlvb.workflows.submission.paper import write_paper
from qlvb.workflows.submission.pushing import push_violations
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import getFieldNames


SUBMITTED_AGAIN = _("note_submitted_again", default="Phiếu trình được trình lại.")


class CreateNote(Act):
    """Tạo phiếu trình from a draft: it is attached, what it answers and refers to becomes the basis (B5)."""

    id = "create_note"
    title = _("act_create_note", default="Tạo phiếu trình")
    description = _("act_create_note_help", default="Lập phiếu trình kèm dự thảo này để lãnh đạo quyết định.")
    schema = IDraftNoteInput
    permission = "qlvb: Draft"
    states = ("draft", "returned")
    order = 25

    def defaults(self):
        record = self.record
        basis = [uid for uid in (record.in_reply_to, *record.related_documents) if uid]
        proposal = _("note_usual_proposal", default="Kính trình lãnh đạo xem xét, phê duyệt dự thảo kèm theo.")
        return {
            "subject": record.subject,
            "basis": list(dict.fromkeys(basis)),
            "drafts": [record.UID()],
            "proposal": translate(proposal, target_language="vi"),
        }

    def execute(self, data):
        agency = getUtility(IDirectory).agency_of(self.record)
        given = {**data, "secrecy": self.record.secrecy, "urgency": self.record.urgency}
        note = getUtility(INoteFactory).create(agency.id, given, self.actor.userid)
        return {"redirect": note.absolute_url(), "created": note.absolute_url(), "uid": note.UID()}

    def detail(self, data, result):
        return {"subject": data["subject"], "note": result["uid"]}


class NoteAct(Act):
    """Base of the acts on a note."""

    permission = "qlvb: Draft"

    @property
    def course(self):
        return INoteCourse(self.record)


class EditNote(NoteAct):
    """Sửa phiếu trình: until it is submitted, and after it came back."""

    id = "edit_note"
    title = _("act_edit_note", default="Sửa phiếu trình")
    description = _("act_edit_note_help", default="Sửa nội dung, căn cứ, phương án, kiến nghị và dự thảo kèm theo.")
    schema = IDraftNoteInput
    permission = "Modify portal content"
    states = ("draft", "returned")
    order = 30

    def defaults(self):
        return {
            name: list(value) if isinstance(value := getattr(self.record, name), (list, tuple)) else value
            for name in getFieldNames(IDraftNoteInput)
        }

    def rules(self, data):
        if data is not None:
            agency = getUtility(IDirectory).agency_of(self.record)
            yield from check_note(agency.id, data, self.record)

    def execute(self, data):
        changed = [name for name, value in data.items() if getattr(self.record, name) != value]
        for name in changed:
            setattr(self.record, name, data[name])
        return {"changed": changed}

    def detail(self, data, result):
        return result


class SubmitNote(NoteAct):
    """Trình quyết định: leaders decide one after another; others may be asked besides. The drafts stand still."""

    id = "submit_note"
    title = _("act_submit_note", default="Trình quyết định")
    description = _("act_submit_note_help", default="Trình lãnh đạo quyết định lần lượt; dự thảo kèm theo được khóa.")
    schema = ISubmitNoteInput
    states = ("draft", "returned")
    transition = "submit"
    emphasis = "primary"
    order = 10
    comment_from = "comment"

    def rules(self, data):
        if not self.record.proposal.strip():
            message = _("violation_note_proposal", default="Chưa ghi kiến nghị, đề xuất.")
            yield self.violation("proposal_missing", message)
        for uid in self.record.drafts:
            document = find_record(uid)
            holding = IHoldingNote(document).note() if document is not None else None
            if holding is not None and holding.UID() != self.record.UID():
                mapping = {"draft": document.Title(), "note": holding.Title()}
                message = _(
                    "violation_draft_held",
                    default="Dự thảo “${draft}” đã kèm theo phiếu trình “${note}”.",
                    mapping=mapping,
                )
                yield self.violation("locked", message)
        yield from push_violations(self.record)

    def execute(self, data):
        by = self.actor.userid
        step = self.course.submit(data["deciders"])
        opinions = self.course.ask(data["asked"], by)
        for uid in self.record.drafts:
            document = find_record(uid)
            if document is not None:
                IHoldingNote(document).hold(self.record)
        let_read(self.record, [*data["deciders"], *data["asked"]])
        telling.tell_decider(self.record, step)
        telling.tell_asked(self.record, opinions)
        put_on_paper(self.record, by)
        return {"decider": step.person, "receiver_name": telling.name_of(step.person)}


class AskNote(NoteAct):
    """Trình xin ý kiến: in parallel, while it is being decided; by the drafter or whoever decides."""

    id = "ask_note"
    title = _("act_ask_note", default="Trình xin ý kiến")
    description = _("act_ask_note_help", default="Xin ý kiến nhiều người cùng lúc trước khi quyết định.")
    schema = IAskInput
    permission = "View"
    states = ("to_decide", "in_progress")
    order = 20

    @property
    def actor(self):
        """Who decides may do it, and who decides in his place."""
        return actor_of(self.record, getSecurityManager().getUser().getId() or "", "qlvb: Review")

    def _may(self):
        step = self.course.current()
        mine = step is not None and self.actor.stands_for(step.person)
        return mine or bool(getSecurityManager().checkPermission("qlvb: Draft", self.record))

    def relevant(self):
        return super().relevant() and self._may()

    def rules(self, data):
        if not self._may():
            yield self.missing_right()

    def execute(self, data):
        opinions = self.course.ask(data["asked"], self.actor.userid)
        let_read(self.record, data["asked"])
        telling.tell_asked(self.record, opinions)
        return {"asked": [telling.name_of(opinion.person) for opinion in opinions]}


class CancelNote(NoteAct):
    """Hủy phiếu trình: the drafts are free again."""

    id = "cancel_note"
    title = _("act_cancel_note", default="Hủy phiếu trình")
    description = _("act_cancel_note_help", default="Dừng phiếu trình; dự thảo kèm theo được mở khóa.")
    schema = ICancelNoteInput
    states = ("draft", "to_decide", "in_progress", "returned")
    transition = "cancel"
    emphasis = "danger"
    order = 90

    def execute(self, data):
        if self.course.current() is not None:
            self.course.decide("withdrawn", self.course.current().person, data["reason"])
        release_drafts(self.record)
        return {}

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}


def put_on_paper(note, by):
    """What those who decide are going to sign. Signatures on what was put to them before count no longer."""
    if official_version(note) is not None:
        void_official(note, by, translate(SUBMITTED_AGAIN, target_language="vi"))
    version = write_paper(note, by)
    for step in INoteCourse(note).latest():
        step.paper = version.number


def release_drafts(note):
    """The drafts depend on the note no more."""
    for uid in note.drafts:
        document = find_record(uid)
        if document is not None:
            IHoldingNote(document).release(note)
