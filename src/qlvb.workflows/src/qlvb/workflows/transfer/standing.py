"""Where a dossier stands on its way to the archive, in one sentence (product/workflows 3.9)."""

from datetime import datetime
from datetime import time
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


IN_TRANSFER = _("standing_dossier_in_transfer", default="Đã kết thúc ${end}; đang trong đợt giao nộp “${title}”.")
SENTENCES = {
    "later": _("standing_dossier_later", default="Đã kết thúc ${end}; phải nộp lưu trước ${last}; chưa nộp."),
    "due": _(
        "standing_dossier_due", default="Đã kết thúc ${end}; đến hạn nộp lưu ${warn}, quá hạn sau ${last}; chưa nộp."
    ),
    "kept": _("standing_dossier_kept", default="Đã kết thúc ${end}; được giữ lại đến ${last}; chưa nộp."),
    "overdue": _("standing_dossier_overdue", default="Đã kết thúc ${end}; quá hạn nộp lưu từ ${last}; chưa nộp."),
}


@implementer(IStanding)
@adapter(IDossier)
class DossierStanding:
    """Of a closed dossier: its deadline, or the transfer that has it; of others their state."""

    def __init__(self, dossier):
        self.dossier = dossier

    def standing(self):
        """See IStanding."""
        dossier = self.dossier
        found = ITransferDeadlines(dossier).deadlines() if state_of(dossier) == "closed" else None
        if found is None:
            return StateStanding(dossier).standing()
        days = {"end": dossier.end_date, "warn": found.warn, "last": found.last}
        mapping = {name: day.strftime("%d/%m/%Y") for name, day in days.items()}
        transfer = find_record(IClaims(dossier).transfer)
        sentence = SENTENCES[found.status(clock.today())]
        if transfer is not None:
            sentence, mapping["title"] = IN_TRANSFER, transfer.title
        since = datetime.combine(dossier.end_date, time(), clock.VIETNAM)
        return Standing(Message(sentence, mapping=mapping), since=since, days=(clock.today() - dossier.end_date).days)
