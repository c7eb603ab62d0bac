"""Who is told of a submission note."""

from qlvb.content import _
from qlvb.content.organisation.people import name_of
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


note_to_decide = NoticeKind(_("notice_note_to_decide", default="Phiếu trình chờ anh/chị quyết định"), ("email", "push"))
note_asked = NoticeKind(_("notice_note_asked", default="Phiếu trình xin ý kiến anh/chị"), ("email", "push"))
note_decided = NoticeKind(_("notice_note_decided", default="Phiếu trình của anh/chị có kết quả"), ("email",))
note_opinion = NoticeKind(_("notice_note_opinion", default="Có ý kiến về phiếu trình"), ())

TO_DECIDE = _("notice_text_note_to_decide", default="${person} trình anh/chị quyết định.")
ASKED = _("notice_text_note_asked", default="${person} xin ý kiến anh/chị.")
OPINION = _("notice_text_note_opinion", default="${person}: ${answer}.")
OUTCOMES = {
    "approved": _("notice_text_note_approved", default="Phiếu trình đã được phê duyệt. ${comment}"),
    "returned": _("notice_text_note_returned", default="Phiếu trình bị trả lại: ${comment}"),
}


def tell_decider(note, step):
    """It is this person's turn."""
    text = Message(TO_DECIDE, mapping={"person": name_of(note.drafter)})
    getUtility(INotices).tell([step.person], "note_to_decide", note, text, once=step.id)
    tell_stand_ins(note, [step.person], text, note.drafter, once=step.id)


def tell_asked(note, opinions):
    """These people are asked."""
    for opinion in opinions:
        text = Message(ASKED, mapping={"person": name_of(opinion.asked_by)})
        getUtility(INotices).tell([opinion.person], "note_asked", note, text, once=opinion.id)
        tell_stand_ins(note, [opinion.person], text, opinion.asked_by, once=opinion.id)


def tell_opinion(note, opinion):
    """Whoever asked learns what was said."""
    answer = translate(ANSWER_TITLES[opinion.answer], target_language="vi")
    person = name_of(opinion.answered_by or opinion.person)
    text = Message(OPINION, mapping={"person": person, "answer": answer})
    people = sorted({opinion.asked_by, note.drafter})
    getUtility(INotices).tell(people, "note_opinion", note, text, once=opinion.id)


def tell_outcome(note, outcome, comment):
    """The drafter learns how it ended."""
    text = Message(OUTCOMES[outcome], mapping={"comment": comment})
    getUtility(INotices).tell([note.drafter], "note_decided", note, text)
