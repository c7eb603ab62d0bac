"""Receiving and registering: Tiếp nhận, Trả lại, Hủy tiếp nhận (NĐ 30/2020 Điều 21, Điều 22)."""

from AccessControl import getSecurityManager
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentRules
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.locking.names import register_lock
from qlvb.content.violations import Violation
from qlvb.workflows.acts.base import Act
from qlvb.workflows.incoming.duplicates import RULE
from qlvb.workflows.incoming.duplicates import duplicates_of
from qlvb.workflows.incoming.inputs import IAcceptInput
from qlvb.workflows.incoming.inputs import IReasonInput
from qlvb.workflows.incoming.taken import OfWaiting
from zope.component import getUtility


REGISTRATION = "NĐ 30/2020 Điều 22"


class RegisteringAct(Act):
    """What the acts on the register share: the clerk's right and the lock of the agency's registers."""

    permission = "qlvb: Register incoming"

    def serialise(self):
        register = self.register()
        return register_lock(register) if register is not None else None

    def register(self):
        """The register the record is or would be in, or None."""
        if self.record.register:
            return uuidToObject(self.record.register, unrestricted=True)
        agency = getUtility(IDirectory).agency_of(self.record)
        return getUtility(IRegisterFinder).find(
            agency.id, "incoming", self.record.document_type, self.record.secrecy, clock.today().year
        )


def duplicate_violations(rows):
    """One violation per document (row of the index) that seems to be the same."""
    for row in rows:
        message = _(
            "violation_duplicate",
            default="Trùng với văn bản đã có: ${subject} (${url}). Gắn vào văn bản đó, hoặc ghi lý do vẫn vào sổ.",
            mapping={"subject": row.subject, "url": f"{api.portal.get().absolute_url()}{row.path}"},
        )
        yield Violation("duplicate_reason", "duplicate", message, RULE)


class Accept(OfWaiting, RegisteringAct):
    """Take the document in: number, date, register, in one transaction."""

    id = "accept"
    title = _("act_accept", default="Tiếp nhận")
    description = _("act_accept_help", default="Vào sổ văn bản đến, lấy số đến và ngày đến.")
    schema = IAcceptInput
    transition = "accept"
    emphasis = "primary"
    order = 10

    def defaults(self):
        register = self.register()
        return {
            "register": IUUID(register) if register is not None else None,
            "arrival_date": clock.today(),
            "due_date": self.record.due_date,
            "arrival_extra_number": self.record.arrival_extra_number,
            "paper_received": self.record.paper_received,
        }

    @property
    def form_page(self):
        """str: the page of the record on which what is missing can be typed and registered at once; "" where nothing
        is missing. Its own form asks for the register alone.
        """
        may_type = getSecurityManager().checkPermission("Modify portal content", self.record)
        return "edit" if may_type and IDocumentRules(self.record).check({}, complete=True) else ""

    def rules(self, data):
        if data is None:
            if self.register() is None:
                message = _("violation_no_incoming_register", default="Cơ quan chưa mở sổ văn bản đến của năm nay.")
                yield self.violation("no_register", message, "register", REGISTRATION)
            return
        given = {"arrival_date": data["arrival_date"], "due_date": data["due_date"]}
        yield from IDocumentRules(self.record).check(given, complete=True)
        register = uuidToObject(data["register"], unrestricted=True)
        if register.year != data["arrival_date"].year:
            message = _(
                "violation_register_of_other_year",
                default="Ngày đến không thuộc năm ${year} của sổ đã chọn.",
                mapping={"year": str(register.year)},
            )
            yield self.violation("register_of_other_year", message, "register", REGISTRATION)
        if not data["duplicate_reason"]:
            yield from duplicate_violations(duplicates_of(self.record))

    def execute(self, data):
        register = uuidToObject(data["register"], unrestricted=True)
        record = self.record
        number = INumberBook(register).take(record, self.actor.userid, data["arrival_date"])
        record.register = data["register"]
        record.arrival_number = number
        for name in ("arrival_date", "due_date", "arrival_extra_number", "paper_received"):
            setattr(record, name, data[name])
        return {"arrival_number": number, "register": register.title}

    def detail(self, data, result):
        return {**super().detail(data, result), **result}


class Refuse(OfWaiting, RegisteringAct):
    """Send it back to the sender: wrong addressee, bad signature, wrong form."""

    id = "refuse"
    title = _("act_refuse", default="Trả lại")
    description = _(
        "act_refuse_help",
        default="Trả lại nơi gửi, nêu rõ lý do; nơi gửi được báo ngay, người gửi thư điện tử được báo qua thư.",
    )
    schema = IReasonInput
    transition = "refuse"
    emphasis = "danger"
    order = 80
    serialise = None


class Unregister(RegisteringAct):
    """Take the registration back; the number stays in the book as voided."""

    id = "unregister"
    title = _("act_unregister", default="Hủy tiếp nhận")
    description = _("act_unregister_help", default="Hủy việc vào sổ; số đến chuyển thành số hủy và không dùng lại.")
    schema = IReasonInput
    states = ("registered",)
    transition = "unregister"
    emphasis = "danger"
    order = 85

    def execute(self, data):
        record = self.record
        number = record.arrival_number
        INumberBook(self.register()).void(number, self.actor.userid, data["reason"])
        record.arrival_number = None
        record.register = ""
        return {"voided_number": number}

    def detail(self, data, result):
        return {**super().detail(data, result), **result}
