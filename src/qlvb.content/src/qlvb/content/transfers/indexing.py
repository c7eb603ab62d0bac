"""What the records index keeps of transfers."""

from Acquisition import aq_base
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.transfers.interfaces import ITransfer
from qlvb.content.transfers.interfaces import ITransferItems
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(ITransfer)
class TransferFields:
    """The unit stands in the column of bodies, the depositor is the holder."""

    def __init__(self, transfer):
        self.transfer = aq_base(transfer)
        self.agency = getUtility(IDirectory).agency_of(transfer)

    def read(self, facts):
        """See IIndexedFields."""
        transfer, directory = self.transfer, getUtility(IDirectory)
        unit = directory.department(self.agency.id, transfer.drafting_unit) if transfer.drafting_unit else None
        body = (unit if unit is not None else self.agency).title_on(transfer.accepted_on)
        title = transfer.title or ""
        columns = {
            "year": transfer.year or 0,
            "number_sort": transfer.number or 0,
            "reference": number_text(transfer),
            "subject": title,
            "subject_sort": fold(title)[:200],
            "issuing_body": body,
            "holder": transfer.depositor or "",
            "issue_day": transfer.accepted_on.toordinal() if transfer.accepted_on else 0,
        }
        people = " · ".join(
            directory.person(userid).fullname for userid in (transfer.depositor, transfer.receiver) if userid
        )
        texts = {"subject": title, "people": f"{body} · {people}", "fields": transfer.registration or ""}
        return columns, {"kind": transfer.kind}, texts


@implementer(IRowFacts)
@adapter(ITransfer)
class TransferFacts:
    """How many dossiers there are, and for how many something has been decided (percent)."""

    def __init__(self, transfer):
        self.transfer = transfer

    def facts(self):
        """See IRowFacts."""
        counts = ITransferItems(self.transfer).counts()
        total = sum(counts.values())
        return {
            "dossiers": total,
            "progress": 100 * (total - counts["proposed"]) // total if total else 0,
            "holders": [self.transfer.depositor] if self.transfer.depositor else [],
        }


def number_text(transfer):
    """``03/BBGN-2026`` once the minutes have a number, else ""."""
    return f"{transfer.number:02d}/BBGN-{transfer.year}" if transfer.number else ""
