"""Who is told of a consultation."""

from qlvb.content import _
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


opinion_asked = NoticeKind(_("notice_opinion_asked", default="Dự thảo xin ý kiến bạn"), ("email", "push"))
opinion_given = NoticeKind(_("notice_opinion_given", default="Có ý kiến góp ý cho dự thảo của bạn"))

ASKED = _("notice_text_opinion_asked", default="${person} xin ý kiến về dự thảo, trả lời trước hết ngày ${day}.")
LATER = _("notice_text_opinion_later", default="Hạn trả lời được gia hạn đến hết ngày ${day}.")
GIVEN = _("notice_text_opinion_given", default="${person}: ${answer}.")


def tell_asked(record, found, opinions):
    """The people and units of ``opinions`` are asked in the round ``found``."""
    mapping = {"person": name_of(found.by), "day": found.deadline.strftime("%d/%m/%Y")}
    for opinion in opinions:
        getUtility(INotices).tell(
            [opinion.principal],
            "opinion_asked",
            record,
            Message(ASKED, mapping=mapping),
            due=found.deadline,
            once=opinion.id,
        )


def tell_later(record, found):
    """Whoever has not answered has more time."""
    day = found.deadline.strftime("%d/%m/%Y")
    people = [opinion.principal for opinion in found.open_opinions()]
    text = Message(LATER, mapping={"day": day})
    once = f"{found.id}-{found.deadline.isoformat()}"
    getUtility(INotices).tell(people, "opinion_asked", record, text, due=found.deadline, once=once)


def tell_answered(record, opinion):
    """The drafter learns of an answer."""
    answer = translate(ANSWER_TITLES[opinion.answer], target_language="vi")
    text = Message(GIVEN, mapping={"person": name_of(opinion.principal), "answer": answer})
    once = f"{opinion.id}-{opinion.answered.isoformat()}"
    getUtility(INotices).tell([record.drafter], "opinion_given", record, text, once=once)
