"""Who is told of transfers: archivists of what was handed in, depositors of results, holders and archivists of what
is due.
"""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import getUtility
from zope.i18nmessageid import Message


transfer_waiting = NoticeKind(_("notice_transfer_waiting", default="Hồ sơ nộp lưu chờ tiếp nhận"), ("email",))
transfer_result = NoticeKind(_("notice_transfer_result", default="Kết quả giao nộp hồ sơ"), ("email",))
transfer_due = NoticeKind(
    _("notice_transfer_due", default="Hồ sơ đến hạn nộp lưu"), ("email",), "@@worklist?box=transfers.due"
)

SUBMITTED = _("told_transfer_submitted", default="${person} nộp lưu “${title}”: ${count} hồ sơ.")
RETURNED = _("told_transfer_returned", default="“${title}”: trả lại ${count} hồ sơ để bổ sung. ${reason}")
CHECKED = _("told_transfer_checked", default="“${title}”: đã kiểm tra, ${passed} hồ sơ đạt, ${failed} hồ sơ có lỗi.")
REHEARSED = _(
    "told_transfer_rehearsed",
    default="“${title}”: đã kiểm tra trước khi nộp, ${passed} hồ sơ không có lỗi, ${failed} hồ sơ cần sửa.",
)
ACCEPTED = _(
    "told_transfer_accepted", default="“${title}”: đã tiếp nhận ${accepted} hồ sơ, ${failed} hồ sơ không nhận được."
)
TO_SIGN = _("told_transfer_to_sign", default="“${title}”: biên bản giao nhận ${number} chờ anh/chị ký.")


def _tell(people, event, transfer, template, **mapping):
    text = Message(template, mapping={"title": transfer.title, **mapping})
    getUtility(INotices).tell([who for who in people if who], event, transfer, text)


def _archivists(transfer):
    return group_id(getUtility(IDirectory).agency_of(transfer).id, "archivist")


def act_performed(transfer, event):
    """After an act on a transfer."""
    result = event.result
    if event.act.id == "submit_transfer":
        person = getUtility(IDirectory).person(event.actor.userid).fullname
        count = str(result["dossiers"])
        _tell([_archivists(transfer)], "transfer_waiting", transfer, SUBMITTED, person=person, count=count)
    elif event.act.id == "return_transfer":
        values = {"count": str(result["dossiers"]), "reason": event.data["reason"]}
        _tell([transfer.depositor], "transfer_result", transfer, RETURNED, **values)
    elif event.act.id == "sign_as_giver":
        _tell([transfer.receiver], "transfer_result", transfer, TO_SIGN, number=result["number"])


def tell_checked(transfer, counts):
    """The archivist who asked has the result of the intake check."""
    _tell([transfer.receiver], "transfer_result", transfer, CHECKED, **counts)


def tell_rehearsed(transfer, userid, counts):
    """The depositor who asked knows what is left to be mended."""
    _tell([userid], "transfer_result", transfer, REHEARSED, **counts)


def tell_accepted(transfer, counts):
    """Both sides know that custody has moved."""
    _tell([transfer.depositor, transfer.receiver], "transfer_result", transfer, ACCEPTED, **counts)


def tell_minutes(transfer, number):
    """The depositor signs first."""
    _tell([transfer.depositor], "transfer_result", transfer, TO_SIGN, number=number)
