"""Acts of the clerks: number, seal, issue, or refuse (NĐ 30/2020 Điều 14 đến Điều 18, Điều 32)."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.document_types import document_type
from qlvb.content.documents.field_rules import missing
from qlvb.content.documents.interfaces import IDocumentRules
from qlvb.content.documents.recipient_rules import GONE
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.locking.names import register_lock
from qlvb.content.registers.symbols import compose_symbol
from qlvb.content.registers.symbols import format_reference
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.route import ILocalTick
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.localsigning.route import has_remote_key
from qlvb.workflows.localsigning.route import journal_route
from qlvb.workflows.localsigning.route import offered as offered_locally
from qlvb.workflows.localsigning.route import route_violations
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.inputs import INumberInput
from qlvb.workflows.outgoing.inputs import IRefuseInput
from qlvb.workflows.outgoing.numbering import held_numbers
from qlvb.workflows.outgoing.numbering import register_of
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import store_official
from qlvb.workflows.outgoing.official import void_official
from qlvb.workflows.outgoing.originals import keep_original
from qlvb.workflows.outgoing.preview import of_number
from qlvb.workflows.outgoing.preview import of_seal
from qlvb.workflows.outgoing.preview import of_sending
from qlvb.workflows.outgoing.sealing import seal_annexes
from qlvb.workflows.outgoing.sealing import seal_document
from qlvb.workflows.outgoing.sealing import seal_violations
from qlvb.workflows.outgoing.sealing import sheets_to_seal
from qlvb.workflows.outgoing.sealing import take_sealed
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility
from zope.interface import implementer


NUMBERING = "NĐ 30/2020 Điều 15"


class ClerkAct(OutgoingAct):
    """Base: acts behind the counter."""

    permission = "qlvb: Issue"
    conflict_codes = OutgoingAct.conflict_codes | {
        "no_register",
        "no_key",
        "certificate_expired",
        "not_sealed",
        "already_sealed",
        "not_signed",
        "signature_invalid",
    }

    def is_sealed(self):
        """bool: the agency has signed."""
        version = official_version(self.record)
        return version is not None and version.kind == "sealed"

    def seal(self):
        """The agency's signature on the document and its separate annexes; returns the names of these."""
        seal_document(self.record, self.agency, self.actor.userid)
        return seal_annexes(self.record, self.agency, self.actor.userid)

    def preview_number(self):
        """Effects of taking a number now."""
        register = self.numbering()
        known = register is not None and document_type(self.record.document_type) is not None
        return of_number(self.record, register, self.compose(register) if known else "")

    def numbering(self):
        """The register that today's number is taken from, or None."""
        return register_of(self.record)

    def lock_of_register(self):
        """Name of the lock: one writer at a time where numbers must not meet."""
        register = self.numbering()
        return register_lock(register) if register is not None else None

    def numbering_violations(self):
        """Why no number can be taken now."""
        if document_type(self.record.document_type) is None:
            yield missing("document_type", IOutgoingSchema["document_type"].title)
        if self.numbering() is None:
            message = _(
                "violation_no_register",
                default="Chưa mở sổ văn bản đi năm ${year} cho loại văn bản này.",
                mapping={"year": str(clock.today().year)},
            )
            yield self.violation("no_register", message, rule=NUMBERING)
        if official_version(self.record) is None:
            message = _("violation_not_signed", default="Văn bản chưa có chữ ký số của người có thẩm quyền.")
            yield self.violation("not_signed", message, rule="NĐ 30/2020 Điều 13")

    def take_number(self, reserved=None):
        """Number, symbol and date in one go: in the register, on the record, in the PDF.

        ``reserved`` (int): use this held number instead of the next one.
        """
        record, by, day = self.record, self.actor.userid, clock.today()
        register = self.numbering()
        symbol = self.compose(register)
        book = INumberBook(register)
        if reserved is None:
            number = book.take(record, by, day, lambda taken: format_reference(taken, symbol))
        else:
            number = book.take_reserved(reserved, record, by, day, lambda taken: format_reference(taken, symbol))
        record.document_number = number
        record.document_symbol = symbol
        record.issue_date = day
        record.register = IUUID(register)
        filled = getUtility(IPdfSigning).fill(official_version(record).data(), f"{number:02d}", day)
        store_official(record, filled, by, "numbered", note=record.reference)
        return {"number": number, "reference": record.reference, "date": day.isoformat()}

    def compose(self, register):
        """The symbol of the document (NĐ 30/2020, Phụ lục I Mục II.3), with what tells the register's series."""
        kind = document_type(self.record.document_type)
        unit = getUtility(IDirectory).department(self.agency.id, self.record.drafting_unit or "")
        return compose_symbol(
            kind.abbreviation,
            self.agency.symbol,
            unit.symbol if unit is not None else "",
            council_symbol=register.body_symbol,
            suffix=register.symbol_suffix,
        )


class Number(ClerkAct):
    """Cấp số: number and date in one transaction with the register's line."""

    id = "number"
    title = _("act_outgoing_number", default="Cấp số")
    description = _("act_outgoing_number_help", default="Lấy số và ngày ban hành từ sổ văn bản đi.")
    states = ("to_issue",)
    transition = "number"
    order = 10

    @property
    def schema(self):
        """Nothing is asked for, unless numbers are held."""
        return INumberInput if held_numbers(self.record) else None

    def serialise(self):
        return self.lock_of_register()

    def rules(self, data):
        return self.numbering_violations()

    def preview(self):
        return self.preview_number()

    def execute(self, data):
        return self.take_number((data or {}).get("reserved"))

    def detail(self, data, result):
        return {**super().detail(data, result), **result}


@implementer(ISignsLocally)
class Seal(ClerkAct):
    """Ký số cơ quan / Đóng dấu: the agency's signature on the document and its separate annexes. With the agency's
    token in the clerk's own machine the number is on the file already: the service is told it, and writes it not again.
    """

    id = "seal"
    title = _("act_outgoing_seal", default="Ký số cơ quan / Đóng dấu")
    description = _("act_outgoing_seal_help", default="Đóng dấu (ký số của cơ quan) lên văn bản đã cấp số và phụ lục.")
    states = ("numbered",)
    emphasis = "primary"
    order = 14

    @property
    def schema(self):
        """Nothing is asked for, unless the clerk may seal on his own machine."""
        return ILocalTick if offered_locally(self.agency.id, "issue") else None

    def defaults(self):
        return {"vgca": not has_remote_key(agency_id=self.agency.id)} if self.schema is not None else {}

    def rules(self, data):
        if self.is_sealed():
            message = _("violation_already_sealed", default="Văn bản đã được đóng dấu.")
            yield self.violation("already_sealed", message)
        else:
            yield from seal_violations(self.record, self.agency.id, data is not None)
            yield from route_violations(data, agency_id=self.agency.id) if data is not None else ()

    def preview(self):
        return of_seal(self.record, self.agency)

    def local_sheets(self, data):
        """See ISignsLocally: the numbered file, then each separate annex."""
        return sheets_to_seal(self.record, self.agency.id)

    def execute(self, data):
        if brought():
            return {"annexes": take_sealed(self.record, brought(), self.actor.userid)}
        return {"annexes": self.seal()}

    def detail(self, data, result):
        return {**super().detail(data, result), **journal_route()}


class NumberAndSeal(Number):
    """Cấp số & Đóng dấu: both in one go."""

    id = "number_and_seal"
    title = _("act_outgoing_number_and_seal", default="Cấp số & Đóng dấu")
    description = _("act_outgoing_number_and_seal_help", default="Cấp số rồi đóng dấu văn bản trong một lần.")
    emphasis = "primary"
    order = 11

    def rules(self, data):
        yield from super().rules(data)
        yield from seal_violations(self.record, self.agency.id, data is not None)
        if not has_remote_key(agency_id=self.agency.id):
            message = _(
                "violation_seal_on_device",
                default="Khóa bí mật của cơ quan nằm trên USB token: hãy bấm “Phát hành”, hoặc “Cấp số” rồi “Ký số cơ "
                "quan / Đóng dấu”.",
            )
            yield self.violation("no_key", message)

    def preview(self):
        return (*super().preview(), *of_seal(self.record, self.agency))

    def execute(self, data):
        return {**super().execute(data), "annexes": self.seal()}


class Issue(ClerkAct):
    """Ban hành & Gửi: handed to every channel; the editable file is kept beside (NĐ 30/2020 Điều 18, Điều 19)."""

    id = "issue"
    title = _("act_outgoing_issue", default="Ban hành & Gửi")
    description = _("act_outgoing_issue_help", default="Phát hành văn bản đã đóng dấu và gửi đến các nơi nhận.")
    states = ("numbered",)
    transition = "issue"
    emphasis = "primary"
    order = 16

    def rules(self, data):
        if not self.is_sealed():
            message = _("violation_not_sealed", default="Văn bản chưa được đóng dấu.")
            yield self.violation("not_sealed", message, rule="NĐ 30/2020 Điều 14")
        yield from issue_rules(self.record)

    def preview(self):
        return of_sending(self.record)

    def execute(self, data):
        by = self.actor.userid
        original = keep_original(self.record, by)
        rows = [dict(row) for row in self.record.recipients or []]
        IDeliveries(self.record).send(rows, by)
        self.route.close("issued", by)
        return {
            "recipients": [row["name"] for row in rows],
            "reference": self.record.reference,
            **({"original": original} if original else {}),
        }

    def detail(self, data, result):
        return {**super().detail(data, result), **result}


def issue_rules(document):
    """Violations of the fields of a document that is to leave the house; not that an agency has gone since signing,
    which keeps the others from nothing: the clerk reads of it before (``preview``) and in the log of deliveries."""
    return [one for one in IDocumentRules(document).check(complete=True) if one.code != GONE]


class RefuseNumber(ClerkAct):
    """Trả lại by the clerks: the form is not right; the signature becomes void with it."""

    id = "refuse_number"
    title = _("act_outgoing_refuse_number", default="Từ chối cấp số")
    description = _("act_outgoing_refuse_number_help", default="Trả lại người soạn thảo vì sai thể thức, kèm lý do.")
    schema = IRefuseInput
    states = ("to_issue",)
    emphasis = "danger"
    order = 30

    def execute(self, data):
        if official_version(self.record) is not None:
            void_official(self.record, self.actor.userid, data["reason"])
        return self.move("refused", "rework", self.record.drafter, data["reason"], data["reason"])

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}
