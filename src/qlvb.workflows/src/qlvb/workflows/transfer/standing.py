"""Where a dossier stands on its way to the archive, in one sentence (product/workflows 3.9)."""

from dataclasses import replace
from datetime import datetime
from datetime import time
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.filing.gathering import notes_of
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from qlvb.workflows.transfer.completing import returned
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


IN_TRANSFER = _("standing_dossier_in_transfer", default="Đã kết thúc ${end}; đang trong đợt giao nộp “${title}”.")
SENT_BACK = _(
    "standing_dossier_sent_back",
    default="Lưu trữ trả lại ngày ${when} để bổ sung, đợt giao nộp “${title}”: ${reason}",
)
#: What an open dossier waits for: drafts and notes that are still to be presented, or that lie with who decides.
OPEN = {
    "presented": _(
        "standing_dossier_presented",
        default="Đang thực hiện từ ${start}; đã trình: ${count} dự thảo, phiếu trình đang chờ ý kiến, duyệt hoặc ký.",
    ),
    "to_present": _(
        "standing_dossier_to_present",
        default="Đang thực hiện từ ${start}; chờ trình: ${count} dự thảo, phiếu trình chưa trình hoặc bị trả lại.",
    ),
    "": _("standing_dossier_open", default="Đang thực hiện từ ${start}."),
}
PRESENTED = frozenset({"consulting", "in_review", "appraisal", "to_sign", "to_decide", "in_progress"})
TO_PRESENT = frozenset({"draft", "returned"})
HANDED_OVER = _(
    "standing_dossier_handed_over", default="${sentence} Đang bàn giao từ ${when}, chờ ${receiver} tiếp nhận."
)
SENTENCES = {
    "later": _("standing_dossier_later", default="Đã kết thúc ${end}; phải nộp lưu trước ${last}; chưa nộp."),
    "due": _(
        "standing_dossier_due", default="Đã kết thúc ${end}; đến hạn nộp lưu ${warn}, quá hạn sau ${last}; chưa nộp."
    ),
    "kept": _("standing_dossier_kept", default="Đã kết thúc ${end}; được giữ lại đến ${last}; chưa nộp."),
    "overdue": _("standing_dossier_overdue", default="Đã kết thúc ${end}; quá hạn nộp lưu từ ${last}; chưa nộp."),
}


def presentation(states):
    """("presented" | "to_present" | "", how many): the attribute of an open dossier that follows from the states of its
    drafts and notes (pure).

    >>> presentation(["draft", "to_sign", "issued"])
    ('presented', 1)
    >>> presentation(["draft", "returned"])
    ('to_present', 2)
    >>> presentation(["issued"])
    ('', 0)
    """
    for name, wanted in (("presented", PRESENTED), ("to_present", TO_PRESENT)):
        if count := sum(state in wanted for state in states):
            return name, count
    return "", 0


@implementer(IStanding)
@adapter(IDossier)
class DossierStanding:
    """Three attributes in one sentence (work, handing over, way to the archive): of an open dossier what of it was
    presented; of a closed one its deadline, or the transfer that has it; of one that the archive sent back why; of
    others their state. Who is to take it over within the agency is said beside that.
    """

    def __init__(self, dossier):
        self.dossier = dossier

    def standing(self):
        """See IStanding."""
        found, waiting = self._of_work(), pending(self.dossier)
        if waiting is None:
            return found
        mapping = {
            "sentence": found.sentence,
            "when": show_date(waiting.offered),
            "receiver": name_of(waiting.receiver),
        }
        holders = [waiting.receiver, *(one for one in found.holders if one != waiting.receiver)]
        return replace(found, sentence=Message(HANDED_OVER, mapping=mapping), holders=holders)

    def _of_work(self):
        dossier, state = self.dossier, state_of(self.dossier)
        transfer, item = returned(dossier)
        if item is not None:
            mapping = {"when": show_date(item.when), "title": transfer.title, "reason": item.reason}
            people = list(dict.fromkeys(filter(None, (dossier.holder, transfer.depositor))))
            return _since(Message(SENT_BACK, mapping=mapping), item.when, people)
        if state == "open":
            name, count = presentation(self._states())
            start = dossier.start_date or dossier.created().asdatetime().astimezone(clock.VIETNAM).date()
            mapping = {"start": show_date(start), "count": str(count)}
            return _since(Message(OPEN[name], mapping=mapping), _midnight(start), [dossier.holder or ""])
        found = ITransferDeadlines(dossier).deadlines() if state == "closed" else None
        if found is None:
            return StateStanding(dossier).standing()
        mapping = {"end": show_date(dossier.end_date), "warn": show_date(found.warn), "last": show_date(found.last)}
        transfer = find_record(IClaims(dossier).transfer)
        sentence = SENTENCES[found.status(clock.today())]
        if transfer is not None:
            sentence, mapping["title"] = IN_TRANSFER, transfer.title
        return _since(Message(sentence, mapping=mapping), _midnight(dossier.end_date))

    def _states(self):
        """States of the drafts and notes of the dossier that the reader may view: list of str."""
        uids = [item.uid for item in IDossierContents(self.dossier).items()]
        visible, _there = rows_by_uid(uids)
        drafts = [row.state for row in visible.values() if row.direction == "outgoing"]
        notes = {note.UID(): note for note in notes_of(uids) if may_view(note)}
        return [*drafts, *(state_of(note) for uid, note in notes.items() if uid not in visible)]


def _since(sentence, when, holders=()):
    days = (clock.today() - when.astimezone(clock.VIETNAM).date()).days
    return Standing(sentence, holders=[one for one in holders if one], since=when, days=days)


def _midnight(day):
    return datetime.combine(day, time(), clock.VIETNAM)
