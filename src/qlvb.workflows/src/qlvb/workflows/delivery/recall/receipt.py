"""Phiếu thu hồi: the job ``recall_receipt``. The sender's agency signs what it asks of one recipient, his agency signs
what he answered; the file lies with both records, signed by both when the answer is there.
"""

from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import show_date
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.recall.receipt_sheet import RECIPIENT
from qlvb.workflows.delivery.recall.receipt_sheet import SENDER
from qlvb.workflows.delivery.recall.receipt_sheet import Sheet
from qlvb.workflows.delivery.recall.receipt_sheet import drawn
from qlvb.workflows.delivery.recall.receipt_sheet import places
from qlvb.workflows.delivery.states import KIND_TITLES
from qlvb.workflows.delivery.states import RECALL_TITLES
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


KIND = "recall_receipt"
ROLE = "result"
FILENAMES = {"recall": "phieu-thu-hoi", "replace": "phieu-thay-the", "update": "phieu-cap-nhat"}
TITLE = _("recall_receipt_title", default="Phiếu thu hồi, thay thế có chữ ký số của hai cơ quan")


def ask_for_receipt(outgoing, delivery_id, reference, stage):
    """Have the worker sign for a recall; ``stage``: asked, answered."""
    IJobs(outgoing).enqueue(KIND, f"{reference}.{stage}", {"delivery": delivery_id, "reference": reference})


@implementer(IJobHandler)
class SignReceipt:
    """Repeatable: what has been signed is not signed again. An agency without a key is noted in both journals once."""

    max_attempts = 5
    timeout = 120

    def run(self, record, job):
        """See IJobHandler; ``record`` is the outgoing document."""
        delivery = IDeliveries(record).get(job.params["delivery"])
        incoming = uuidToObject(delivery.incoming, unrestricted=True) if delivery.incoming else None
        asked = IRecallRequests(incoming).all() if incoming is not None else []
        request = next((one for one in asked if one.id == job.params["reference"]), None)
        if request is None:
            return
        try:
            Receipt(record, incoming, request).sign()
        except Refused as refused:
            message = " ".join(translate(one.message, target_language="vi") for one in refused.violations)
            raise JobFailed(message) from refused

    def failed(self, record, job):
        """The recall itself goes on; the job shows that nobody signed for it."""


class Receipt:
    """The receipt of one request (IRecallRequest) put to the record ``incoming`` of its recipient."""

    def __init__(self, outgoing, incoming, request):
        directory = getUtility(IDirectory)
        self.records = (outgoing, incoming)
        self.outgoing, self.incoming, self.request = outgoing, incoming, request
        self.sender, self.recipient = (directory.agency_of(record) for record in self.records)

    def file_of(self, record):
        """The IStoredFile of the receipt among the files of a record, or None."""
        files = IFileStore(record).files(ROLE)
        return next((stored for stored in files if stored.version(1).filename == self.filename), None)

    @property
    def filename(self):
        """str, the only one of its kind on both records: no two requests share the beginning of their ids."""
        return f"{FILENAMES[self.request.kind]}-{self.request.id[:8]}.pdf"

    def sign(self):
        """Bring the receipt to where it can be now. :raises Refused: as the file store and IPdfSigning."""
        known = self.file_of(self.outgoing)
        pdf = known.current.data() if known is not None else None
        if pdf is None:
            prepared = getUtility(IPdfSigning).prepare_parties(drawn(self.sheet()), places())
            pdf = self._signed(prepared, SENDER, self.sender, self.demand())
            if pdf is None:
                return
            self._keep(pdf)
        answered = self.request.answer in ("agreed", "refused")
        if answered and self.file_of(self.outgoing).current.number == 1:
            pdf = self._signed(pdf, RECIPIENT, self.recipient, self.answer())
            if pdf is not None:
                self._keep(pdf)

    def sheet(self):
        """The Sheet of what is asked."""
        request, record = self.request, self.outgoing
        kind = _said(KIND_TITLES[request.kind])
        successor = find_record(request.successor_uid) if request.successor_uid else None
        change = next((one for one in reversed(IChanges(record).effective()) if one.kind == request.kind), None)
        rows = (
            ("Yêu cầu:", kind),
            ("Văn bản:", record.reference),
            ("Ngày ban hành:", show_date(record.issue_date)),
            ("Trích yếu:", record.subject),
            ("Theo văn bản:", f"{successor.reference} · {successor.subject}" if successor is not None else ""),
            ("Lý do:", request.reason),
            ("Văn thư đề nghị:", _person(change.by) if change else ""),
            ("Người ký duyệt:", _person(change.decided_by) if change else ""),
            ("Gửi yêu cầu lúc:", _moment(request.since)),
            ("Mã yêu cầu:", request.id),
        )
        title = f"PHIẾU {kind.upper()} VĂN BẢN ĐIỆN TỬ"
        return Sheet(title, rows, self.sender.title, self.recipient.title)

    def demand(self):
        """What the sender's signature says: list of str."""
        return [f"{self.sender.title} yêu cầu {_said(KIND_TITLES[self.request.kind]).lower()}.", self.request.reason]

    def answer(self):
        """What the recipient's signature says."""
        request, number = self.request, self.incoming.arrival_number
        said = [f"{self.recipient.title}: {_said(RECALL_TITLES[request.answer]).lower()}."]
        said += [request.answer_reason] if request.answer_reason else []
        said.append(f"{_person(request.answered_by)}, {_moment(request.answered)}.")
        return said + ([f"Số đến: {number}."] if number else [])

    def _signed(self, pdf, field, agency, words):
        ring = getUtility(IKeyRing)
        key = ring.describe(agency_id=agency.id)
        if key is None or key.get("expired"):
            detail = {"request": self.request.id, "agency": agency.title}
            for record in self.records:
                noted = IJournal(record).entries(events=("recall.unsigned",))
                if not any(entry.detail == detail for entry in noted):
                    IJournal(record).append("recall.unsigned", "system", detail)
            return None
        return getUtility(IPdfSigning).sign_party(
            pdf, field, ring.for_agency(agency.id), name=agency.title, words=tuple(words)
        )

    def _keep(self, pdf):
        for record in self.records:
            store, known = IFileStore(record), self.file_of(record)
            if known is None:
                title = translate(TITLE, target_language="vi")
                store.add(ROLE, self.filename, pdf, "system", title=title, kind="sealed")
            elif known.current.data() != pdf:
                store.replace(known.id, self.filename, pdf, "system", kind="sealed")
            record.reindexObject()


def _said(message):
    return translate(message, target_language="vi")


def _person(userid):
    return getUtility(IDirectory).person(userid).fullname if userid else ""


def _moment(when):
    return when.astimezone(VIETNAM).strftime("%H:%M:%S %d/%m/%Y") if when else ""
