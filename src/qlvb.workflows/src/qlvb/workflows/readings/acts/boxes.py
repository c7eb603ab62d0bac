"""A whole box in one act: its dossiers are lent to one reader, or taken back, each for itself."""

from abc import ABC
from abc import abstractmethod
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.readings.rules import due_violations
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.registry import all_or_nothing
from qlvb.workflows.readings.creation import READER
from qlvb.workflows.readings.creation import create_reading
from qlvb.workflows.readings.inputs import ILendBoxInput
from qlvb.workflows.readings.inputs import IReturnInput
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.readings.settings import loan_days_of
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


class BoxAct(Act, ABC):
    """Base: ``one(dossier, data)`` does it to one dossier; what is refused of one keeps none of the others back."""

    permission = "qlvb: Manage stores"
    states = ("active", "closed")
    conflict_codes = Act.conflict_codes | {"nothing_to_do"}
    #: What is told of all of them: message id with ``done`` and ``refused``.
    told = ""

    def dossiers(self):
        """Those of the box that the archivist may see and with which there is something to do: list."""
        found = [visible_record(uid) for _number, uid in getUtility(IPlaces).contents(self.record)]
        return [dossier for dossier in found if dossier is not None and self.concerns(dossier)]

    @abstractmethod
    def concerns(self, dossier):
        """bool: there is something to do."""

    @abstractmethod
    def one(self, dossier, data):
        """Do it. :raises Refused: it cannot be done to this one."""

    def relevant(self):
        return super().relevant() and bool(self.dossiers())

    def rules(self, data):
        if not self.dossiers():
            yield self.violation("nothing_to_do", self.nothing)

    def execute(self, data):
        items = []
        for dossier in self.dossiers():
            said = {"UID": IUUID(dossier), "code": dossier.code}
            try:
                with all_or_nothing():
                    reading = self.one(dossier, data)
            except Refused as refused:
                words = " ".join(translate(one.message, context=getRequest()) for one in refused.violations)
                items.append({**said, "status": refused.status, "message": words})
            else:
                items.append({**said, "status": 200, "reading": IUUID(reading)})
        refused = [one for one in items if one["status"] != 200]
        named = "; ".join(f"{one['code']}: {one['message']}" for one in refused)
        mapping = {"done": str(len(items) - len(refused)), "refused": str(len(refused)), "named": named}
        template = self.told if refused else self.told_all
        message = translate(_(str(template), default=template.default, mapping=mapping), context=getRequest())
        return {"items": items, "done": len(items) - len(refused), "refused": len(refused), "message": message}

    def detail(self, data, result):
        return {"done": str(result["done"]), "refused": str(result["refused"]), "comment": self.comment(data)}

    def comment(self, data):
        """str: what the journal keeps of the input."""
        return ""


class LendBox(BoxAct):
    """Every dossier of the box that is there goes to one reader; each has a request of its own."""

    id = "lend_box"
    title = _("act_lend_box", default="Cho mượn cả hộp")
    description = _("act_lend_box_help", default="Cho một người mượn mọi hồ sơ giấy đang ở trong hộp này.")
    schema = ILendBoxInput
    order = 5
    nothing = _("violation_box_nothing_here", default="Trong hộp không có hồ sơ nào để cho mượn.")
    told = _(
        "box_lent_some",
        default="Đã cho mượn ${done} hồ sơ; ${refused} hồ sơ không cho mượn được – ${named}",
    )
    told_all = _("box_lent_all", default="Đã cho mượn ${done} hồ sơ.")

    def concerns(self, dossier):
        return lent_to(dossier) is None

    def rules(self, data):
        yield from super().rules(data)
        if data is not None:
            today = clock.today()
            yield from due_violations(PAPER, today, data["due"], today, loan_days_of(self.record))

    def one(self, dossier, data):
        agency = getUtility(IDirectory).agency_of(self.record)
        values = {name: data[name] for name in ("purpose", "purpose_text", *READER)}
        values |= {"kind": PAPER, "record": IUUID(dossier)}
        reading = create_reading(agency.id, values, self.actor.userid, data["requester"] or "")
        IActs(reading).perform("lend", {"record": IUUID(dossier), "due": data["due"].isoformat()})
        return reading

    def comment(self, data):
        return data["purpose_text"]


class ReturnBox(BoxAct):
    """Every dossier of the box that is lent came back."""

    id = "return_box"
    title = _("act_return_box", default="Nhận trả cả hộp")
    description = _("act_return_box_help", default="Mọi hồ sơ của hộp này đang cho mượn đã về kho.")
    schema = IReturnInput
    emphasis = "primary"
    order = 6
    nothing = _("violation_box_nothing_lent", default="Không có hồ sơ nào của hộp này đang được mượn.")
    told = _(
        "box_returned_some",
        default="Đã nhận trả ${done} hồ sơ; ${refused} hồ sơ chưa nhận được – ${named}",
    )
    told_all = _("box_returned_all", default="Đã nhận trả ${done} hồ sơ.")

    def concerns(self, dossier):
        return lent_to(dossier) is not None

    def one(self, dossier, data):
        reading = lent_to(dossier)
        IActs(reading).perform("return_reading", {"note": data["note"]})
        return reading

    def comment(self, data):
        return data["note"]
