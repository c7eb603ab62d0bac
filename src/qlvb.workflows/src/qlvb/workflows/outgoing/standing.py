"""Why a document is standing still: who holds it, since when, for what."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.standing import standing_with_recipients
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from qlvb.workflows.signqueue.standing import of_order
from qlvb.workflows.standing.lasting import lasting
from zope.component import getUtility
from zope.i18nmessageid import Message


WAITING_FOR = {
    "draft": _("standing_draft", default="Đang soạn thảo: ${holder}, từ ${since}."),
    "review": _("standing_review", default="Đang chờ ${holder} duyệt, từ ${since} (${lasting})."),
    "appraise": _("standing_appraise", default="Đang chờ ${holder} thẩm định, từ ${since} (${lasting})."),
    "sign": _("standing_sign", default="Đang chờ ${holder} ký số, từ ${since} (${lasting})."),
    "rework": _("standing_rework", default="Đã trả lại, đang chờ ${holder} sửa, từ ${since} (${lasting})."),
    "issue": _("standing_issue", default="Đang chờ văn thư (${holder}) phát hành, từ ${since} (${lasting})."),
}
PUBLISHED = {
    "public": _("standing_published", default="Đã phát hành; đang đăng công khai đến hết ngày ${day}."),
    "members": _(
        "standing_published_members", default="Đã phát hành; đang đăng cho người có tài khoản đến hết ngày ${day}."
    ),
}
ENDED = {
    "cancelled": _("standing_cancelled", default="Đã hủy luồng."),
    "given_back": _("standing_given_back", default="Đã ký và trả cho hệ thống một cửa, không ban hành tại đây."),
}
GONE = {
    "recalled": _("standing_outgoing_recalled", default="Đã thu hồi; ${open} nơi nhận chưa trả lời."),
    "replaced": _("standing_outgoing_replaced", default="Đã được thay thế; ${open} nơi nhận chưa trả lời."),
}
GONE_ANSWERED = {
    "recalled": _("standing_recalled_everywhere", default="Đã thu hồi; không còn nơi nhận nào chưa trả lời."),
    "replaced": _("standing_replaced_everywhere", default="Đã được thay thế; không còn nơi nhận nào chưa trả lời."),
}
CONSULTING = _(
    "standing_consulting", default="Đang lấy ý kiến đến hết ngày ${day}: còn ${open}/${all} nơi chưa trả lời."
)
CONSULTED = _(
    "standing_consulted",
    default="Cả ${all} nơi đã cho ý kiến: đang chờ ${holder} tiếp thu, giải trình và kết thúc lấy ý kiến.",
)
CHANGE_PENDING = {
    "recall": _("standing_recall_pending", default="Đã phát hành; đề nghị thu hồi chờ ${holder} duyệt."),
    "replace": _("standing_replace_pending", default="Đã phát hành; đề nghị thay thế chờ ${holder} duyệt."),
    "update": _("standing_update_pending", default="Đã phát hành; đề nghị cập nhật, đính chính chờ ${holder} duyệt."),
}


def holders(step):
    """userids whose turn the step is: the person, or today's clerks when it is issued by their group."""
    if step.kind != "issue":
        return [step.person]
    agency_id, *department, function = step.person.split(".")
    return getUtility(IDirectory).holders(agency_id, function, *department)


def holder_names(step):
    """str: their names, joined by commas."""
    directory = getUtility(IDirectory)
    return ", ".join(directory.person(userid).fullname for userid in holders(step))


def standing(document):
    """dict: ``sentence`` (message id), ``kind``, ``holders`` (list of id, name), ``since``, ``days``, ``request``.

    Without an open step (issued, cancelled, a draft that was never submitted) ``since`` is None.
    """
    directory = getUtility(IDirectory)
    if (running := IConsultations(document).current()) is not None:
        return _consulting(running)
    step = IRoute(document).current()
    if step is None:
        return _without_step(document)
    days = (clock.today() - step.since.date()).days
    template = WAITING_FOR[step.kind]
    mapping = {"holder": holder_names(step), "since": show_moment(step.since), "lasting": lasting(days)}
    return {
        "sentence": of_order(ISigningOrders(document).live()) or Message(template, mapping=mapping),
        "kind": step.kind,
        "holders": [{"id": userid, "name": directory.person(userid).fullname} for userid in holders(step)],
        "since": step.since.isoformat(),
        "days": days,
        "request": step.request,
    }


def _consulting(running):
    waiting = running.open_opinions()
    mapping = {
        "holder": name_of(running.by),
        "open": str(len(waiting)),
        "all": str(len(running.opinions)),
        "day": running.deadline.strftime("%d/%m/%Y"),
    }
    return {
        "sentence": Message(CONSULTING if waiting else CONSULTED, mapping=mapping),
        "kind": "consulting",
        "holders": [
            {"id": holder, "name": name_of(holder)}
            for holder in [opinion.principal for opinion in waiting] or [running.by]
        ],
        "since": running.begun.isoformat(),
        "days": (clock.today() - running.begun.date()).days,
        "request": running.question,
    }


def _without_step(document):
    state = state_of(document)
    found = {"kind": "", "holders": [], "since": None, "days": 0, "request": ""}
    if state == "draft":
        person = getUtility(IDirectory).person(document.drafter)
        mapping = {"holder": person.fullname}
        sentence = _("standing_own_draft", default="Dự thảo của ${holder}, chưa trình.", mapping=mapping)
        holding = [{"id": person.userid, "name": person.fullname}]
        return {**found, "kind": "draft", "holders": holding, "sentence": sentence}
    if state in GONE:
        awaited = len(IRecalls(document).awaited())
        sentence = Message(GONE[state], mapping={"open": str(awaited)}) if awaited else GONE_ANSWERED[state]
        return {**found, "sentence": sentence}
    change = IChanges(document).pending()
    if state == "issued" and change is not None:
        signer = getUtility(IDirectory).person(document.signatory)
        holding = [{"id": signer.userid, "name": signer.fullname}]
        sentence = Message(CHANGE_PENDING[change.kind], mapping={"holder": signer.fullname})
        return {**found, "holders": holding, "sentence": sentence}
    publication = IPublication(document)
    if publication.shown(SCOPES):
        mapping = {"day": publication.until.strftime("%d/%m/%Y")}
        return {**found, "sentence": Message(PUBLISHED[publication.scope], mapping=mapping)}
    return {**found, "sentence": ENDED.get(state) or standing_with_recipients(document)}
