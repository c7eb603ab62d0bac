"""Who is told: the council when it is convened, the head when it is his turn, all when the fifteen days run out."""

from datetime import date
from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from qlvb.workflows.outbox.interfaces import IPeriodicWork
import transaction
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: Days before the last day of execution from which people are reminded.
BEFORE = 5
disposal = NoticeKind(_("notice_disposal", default="Xét hủy tài liệu"), ("email",))

CONVENED = _("told_disposal_convened", default="Mời anh/chị tham gia Hội đồng xét hủy “${title}”.")
TO_DECIDE = _("told_disposal_to_decide", default="Đợt xét hủy “${title}” chờ quyết định.")
DECIDED = _("told_disposal_decided", default="Đã quyết định hủy “${title}”; thực hiện chậm nhất ngày ${due}.")
REFUSED = _("told_disposal_refused", default="Người đứng đầu không đồng ý hủy “${title}”.")
SPARED = _("told_disposal_spared", default="Có hồ sơ, văn bản được giữ lại, không hủy, trong “${title}”.")
FALLS_DUE = _("told_disposal_due", default="Quyết định hủy “${title}” phải thực hiện chậm nhất ngày ${due}.")


def said(template, record):
    """The message with title and last day."""
    due = ISheet(record).decision.get("due", "")
    shown = date.fromisoformat(due).strftime("%d/%m/%Y") if due else ""
    return Message(template, mapping={"title": record.title, "due": shown})


def tell_after_act(record, event):
    """After an act on a disposal."""
    agency = getUtility(IDirectory).agency_of(record)
    archivists, leaders = group_id(agency.id, "archivist"), group_id(agency.id, "leader")
    executors = [archivists, group_id(agency.id, "agency_admin")]
    whom = {
        "convene": (list(ISheet(record).members), CONVENED),
        "decide": (executors, DECIDED),
        "refuse_disposal": ([archivists, *ISheet(record).members], REFUSED),
        "spare_items": ([archivists, leaders], SPARED),
    }
    if event.result["state"] == "to_decide":
        whom[event.act.id] = ([leaders], TO_DECIDE)
    if event.act.id in whom:
        people, template = whom[event.act.id]
        others = [who for who in people if who != event.actor.userid]
        getUtility(INotices).tell(others, "disposal", record, said(template, record))


@implementer(IPeriodicWork)
class Deadlines:
    """Reminds leaders and executors that a decision has to be carried out (TT 06/2025: within fifteen days)."""

    title = _("periodic_disposal_deadlines", default="Nhắc hạn thực hiện quyết định hủy")
    interval = timedelta(hours=12)

    def run(self, now):
        """See IPeriodicWork. ``told``: how many decisions people were reminded of."""
        told = 0
        for row in every_row(Question(types=("Disposal",), filters={"state": "decided"}, sort="number")):
            record = find_record(row.uid)
            due = ISheet(record).decision.get("due") if record is not None else None
            if not due or date.fromisoformat(due) > clock.today() + timedelta(days=BEFORE):
                continue
            agency = getUtility(IDirectory).agency_of(record)
            told += bool(
                getUtility(INotices).tell(
                    [group_id(agency.id, function) for function in ("archivist", "leader", "agency_admin")],
                    "disposal",
                    record,
                    said(FALLS_DUE, record),
                    due=date.fromisoformat(due),
                    once=f"disposal-due-{record.UID()}",
                )
            )
        transaction.commit()
        return {"told": told}
