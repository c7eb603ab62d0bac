"""Who is told of a consultation."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.consultation.agencies import ANSWERING
from qlvb.workflows.consultation.agencies import RECEIVING
from qlvb.workflows.consultation.agencies import agency_of
from qlvb.workflows.consultation.agencies import principal_of
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


opinion_asked = NoticeKind(_("notice_opinion_asked", default="Dự thảo xin ý kiến anh/chị"), ("email", "push"))
opinion_given = NoticeKind(_("notice_opinion_given", default="Có ý kiến góp ý cho dự thảo của anh/chị"))
opinion_settled = NoticeKind(_("notice_opinion_settled", default="Ý kiến góp ý đã được tiếp thu, giải trình"))

ASKED = _("notice_text_opinion_asked", default="${person} xin ý kiến về dự thảo, trả lời trước hết ngày ${day}.")
LATER = _("notice_text_opinion_later", default="Hạn trả lời được gia hạn đến hết ngày ${day}.")
CHASED = _(
    "notice_text_opinion_chased", default="${person} nhắc cho ý kiến dự thảo, hạn ${day}. ${message}"
)
WITHDRAWN = _("notice_text_opinion_withdrawn", default="${person} đã rút dự thảo xin ý kiến: ${reason}")
ASSIGNED = _("notice_text_opinion_assigned", default="${person} giao anh/chị chuẩn bị ý kiến, hạn ${day}.")
PREPARED = _("notice_text_opinion_prepared", default="${person} đã chuẩn bị ý kiến, chờ lãnh đạo gửi.")
SETTLED = _(
    "notice_text_opinion_settled",
    default="${person} đã tiếp thu ${accepted}/${all} ý kiến của cơ quan, giải trình các ý kiến còn lại.",
)
ALL_SETTLED = _("notice_text_opinion_all_settled", default="${person} đã tiếp thu cả ${all} ý kiến của cơ quan.")
GIVEN = _("notice_text_opinion_given", default="${person}: ${answer}.")


def tell_asked(record, found, opinions):
    """The people and units of ``opinions`` are asked in the round ``found``."""
    mapping = {"person": asker(record, found), "day": found.deadline.strftime("%d/%m/%Y")}
    _tell(record, opinions, Message(ASKED, mapping=mapping), found.deadline)


def tell_later(record, found):
    """Whoever has not answered has more time."""
    text = Message(LATER, mapping={"day": found.deadline.strftime("%d/%m/%Y")})
    _tell(record, found.open_opinions(), text, found.deadline, found.deadline.isoformat())


def tell_chased(record, found, opinions, words):
    """They are reminded."""
    day = found.deadline.strftime("%d/%m/%Y")
    mapping = {"person": asker(record, found), "day": day, "message": words}
    _tell(record, opinions, Message(CHASED, mapping=mapping), found.deadline, clock.now().isoformat(), urgent=True)


def tell_withdrawn(record, found, reason):
    """Nothing is asked of them any more."""
    mapping = {"person": asker(record, found), "reason": reason}
    _tell(record, found.opinions, Message(WITHDRAWN, mapping=mapping), None, "withdrawn")


def _tell(record, opinions, text, due, once="", urgent=False):
    """Tell each of what he can open: people of the agency of the draft, another agency of its request."""
    for opinion in opinions:
        told, people = seat_of(record, opinion)
        where = f"{opinion.id}-{once}" if once else opinion.id
        getUtility(INotices).tell(people, "opinion_asked", told, text, urgent, due, where)
        if told is not record:
            leaders = getUtility(IDirectory).holders(agency_of(opinion.principal), ANSWERING)
            tell_stand_ins(told, leaders, text, "", urgent, due, where)


def seat_of(record, opinion):
    """(record, principals): where an opinion is waited for, and who sees to it there."""
    request = request_of(opinion)
    if request is None:
        return record, [opinion.principal]
    agency_id = agency_of(opinion.principal)
    handling = IRequestHandling(request)
    people = [group_id(agency_id, function) for function in RECEIVING]
    return request, [*people, handling.assignee] if handling.assignee else people


def asker(record, found):
    """str: who asks, with his agency."""
    agency = getUtility(IDirectory).agency_of(record)
    return f"{name_of(found.by)} ({agency.title})"


def tell_assigned(request, person, by):
    """Somebody of the agency is to prepare the answer."""
    text = Message(ASSIGNED, mapping={"person": name_of(by), "day": request.deadline.strftime("%d/%m/%Y")})
    once = f"{person}-{clock.now().isoformat()}"
    getUtility(INotices).tell([person], "opinion_asked", request, text, due=request.deadline, once=once)


def tell_prepared(request, by):
    """The leaders have an answer to send."""
    people = [principal_of(getUtility(IDirectory).agency_of(request).id)]
    text = Message(PREPARED, mapping={"person": name_of(by)})
    once = f"prepared-{clock.now().isoformat()}"
    getUtility(INotices).tell(people, "opinion_asked", request, text, due=request.deadline, once=once)


def tell_answered(record, opinion):
    """The drafter learns of an answer."""
    answer = translate(ANSWER_TITLES[opinion.answer], target_language="vi")
    text = Message(GIVEN, mapping={"person": name_of(opinion.principal), "answer": answer})
    once = f"{opinion.id}-{opinion.answered.isoformat()}"
    getUtility(INotices).tell([record.drafter], "opinion_given", record, text, once=once)


def tell_settled(request, by, tally, once):
    """Leaders, clerks and who prepared the opinion learn what became of it; ``tally`` of outcome.tally_of."""
    agency, handling = getUtility(IDirectory).agency_of(request), IRequestHandling(request)
    people = [group_id(agency.id, function) for function in RECEIVING]
    people.extend({handling.assignee, handling.by} - {""})
    sentence = ALL_SETTLED if tally["accepted"] == tally["all"] else SETTLED
    asking = getUtility(IDirectory).agency(request.asking_agency)
    person = f"{name_of(by)} ({asking.title})" if asking is not None else name_of(by)
    text = Message(sentence, mapping={"person": person, **tally})
    getUtility(INotices).tell(people, "opinion_settled", request, text, once=once)
