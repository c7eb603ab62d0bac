"""Who is told of delegations: both sides when one is made or ends, and before it ends by itself."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.outbox.interfaces import IPeriodicWork
import transaction
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: How many days before its last day people are reminded.
BEFORE = 2
delegated = NoticeKind(_("notice_delegated", default="Ủy quyền"), ("email",))
delegated_turn = NoticeKind(
    _("notice_delegated_turn", default="Văn bản được ủy quyền chờ anh/chị xử lý"), ("email", "push")
)

MADE = _("told_delegation_made", default="${giver} ủy quyền cho ${receiver} từ ${start} đến ${end}.")
ENDS = _("told_delegation_ends", default="Ủy quyền của ${giver} cho ${receiver} hết hạn ngày ${end}.")
STOPPED = {
    "end_delegation": _("told_delegation_ended", default="${giver} kết thúc ủy quyền cho ${receiver}."),
    "revoke_delegation": _("told_delegation_revoked", default="Ủy quyền của ${giver} cho ${receiver} đã bị thu hồi."),
    "decline_delegation": _("told_delegation_declined", default="${receiver} từ chối nhận ủy quyền của ${giver}."),
}


IN_PLACE = _("told_in_place", default="Thay ${giver}: ${text}")
ASSISTING = _("told_assisting", default="Giúp ${giver} chuẩn bị: ${text}")


def tell_stand_ins(record, people, text, by, urgent=False, due=None, once=""):
    """Tell those who stand in today for ``people`` (userids) on ``record`` what these are told (message id), but the
    one who did it (``by``).
    """
    directory = getUtility(IDirectory)
    for scope in getUtility(IDelegations).standing_in(record, filter(None, people)):
        if scope.receiver in (by, *people):
            continue
        mapping = {"giver": directory.person(scope.giver).fullname, "text": text}
        message = Message(IN_PLACE if scope.may_act else ASSISTING, mapping=mapping)
        once_each = f"{scope.uid}-{once}" if once else ""
        getUtility(INotices).tell([scope.receiver], "delegated_turn", record, message, urgent, due, once_each)


def said(template, delegation):
    """The message with the names and days of a delegation (record or Scope)."""
    directory = getUtility(IDirectory)
    mapping = {
        "giver": directory.person(delegation.giver).fullname,
        "receiver": directory.person(delegation.receiver).fullname,
        "start": delegation.valid_from.strftime("%d/%m/%Y"),
        "end": delegation.valid_to.strftime("%d/%m/%Y"),
    }
    return Message(template, mapping=mapping)


def tell_made(delegation, by):
    """Tell both sides but the one who made it."""
    _tell(delegation, by, said(MADE, delegation))


def tell_stopped(delegation, event):
    """After an act on a delegation."""
    _tell(delegation, event.actor.userid, said(STOPPED[event.act.id], delegation))


def _tell(delegation, by, text):
    userids = [userid for userid in (delegation.giver, delegation.receiver) if userid != by]
    getUtility(INotices).tell(userids, "delegated", delegation, text)


@implementer(IPeriodicWork)
class Endings:
    """Says a few days before that a delegation is about to end; the ending itself needs no work."""

    title = _("periodic_delegation_endings", default="Nhắc ủy quyền sắp hết hạn")
    interval = timedelta(hours=12)

    def run(self, now):
        """See IPeriodicWork. ``told``: how many delegations people were reminded of."""
        latest = clock.today() + timedelta(days=BEFORE)
        told = 0
        for scope in getUtility(IDelegations).known():
            delegation = find_record(scope.uid)
            if delegation is None or scope.valid_to > latest or scope.valid_from > clock.today():
                continue
            userids = getUtility(INotices).tell(
                [scope.giver, scope.receiver],
                "delegated",
                delegation,
                said(ENDS, scope),
                due=scope.valid_to,
                once=f"ends-{scope.uid}",
            )
            told += bool(userids)
        transaction.commit()
        return {"told": told}
