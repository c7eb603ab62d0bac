"""Acts: put a record under a hold; change and release a hold."""

from qlvb.content import _
from qlvb.content.holds.interfaces import HELD
from qlvb.content.holds.interfaces import MANAGE_HOLDS
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.lookup import find_record
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.holds.creation import create_hold
from qlvb.workflows.holds.creation import find_hold
from qlvb.workflows.holds.inputs import IPlaceInput
from qlvb.workflows.holds.inputs import IRecordsInput
from qlvb.workflows.holds.inputs import IReleaseInput
from qlvb.workflows.holds.inputs import IRemoveInput
from qlvb.workflows.readings.records import called
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


class PlaceHold(Act):
    """The record is kept as it is while the case is open; done to a selection, all come under the same case."""

    id = "place_hold"
    title = _("act_place_hold", default="Tạm dừng hủy")
    description = _(
        "act_place_hold_help", default="Phong tỏa theo vụ việc: không hủy, sửa, chuyển, xóa cho đến khi giải tỏa."
    )
    schema = IPlaceInput
    permission = MANAGE_HOLDS
    order = 90

    def rules(self, data):
        if self.state == "destroyed":
            message = _("violation_hold_destroyed", default="Đã tiêu hủy, không còn nội dung để tạm dừng hủy.")
            yield self.violation("wrong_state", message)

    def execute(self, data):
        by, agency = self.actor.userid, getUtility(IDirectory).agency_of(self.record)
        hold = find_hold(agency.id, data["case_number"])
        if hold is None:
            hold = create_hold(agency.id, data, by)
        IHoldContents(hold).add(self.record, by)
        hold.reindexObject()
        return {"hold": hold.UID(), "url": hold.absolute_url(), "case": hold.case_number}

    def detail(self, data, result):
        return {"case": result["case"], "hold": result["hold"]}


class HoldAct(Act):
    """Base: acts on an active hold."""

    permission = MANAGE_HOLDS
    states = ("active",)
    conflict_codes = Act.conflict_codes | {HELD}

    def wrong_state(self):
        message = _("violation_hold_over", default="Vụ việc này đã được giải tỏa.")
        return self.violation("wrong_state", message)


class AddToHold(HoldAct):
    """More records of the same case; each is told on its own what became of it."""

    id = "add_to_hold"
    title = _("act_add_to_hold", default="Thêm hồ sơ, văn bản")
    description = _("act_add_to_hold_help", default="Đưa thêm hồ sơ, văn bản vào vụ việc này.")
    schema = IRecordsInput
    emphasis = "primary"
    order = 10

    def execute(self, data):
        items = bind_all(self.record, data["records"], self.actor.userid)
        refused = [item for item in items if item["status"] != 200]
        if items and len(refused) == len(items):
            raise Refused([self.violation("not_bound", why_not(item), "records") for item in items], items[0]["status"])
        return {"items": items, **self._told(len(items), refused)}

    @staticmethod
    def _told(count, refused):
        """dict with the message for the person when not all of ``count`` records were bound, else empty."""
        if not refused:
            return {}
        whys = " ".join(translate(why_not(item), context=getRequest()) for item in refused)
        mapping = {"count": str(count - len(refused)), "all": str(count), "why": whys}
        return {"message": _("hold_added_some", default="Đã đưa vào ${count}/${all}. ${why}", mapping=mapping)}

    def detail(self, data, result):
        return {"records": [item["UID"] for item in result["items"] if item["status"] == 200]}


class RemoveFromHold(HoldAct):
    """A record that was put under the hold by mistake, or is not needed for the case any more."""

    id = "remove_from_hold"
    title = _("act_remove_from_hold", default="Đưa ra khỏi vụ việc")
    description = _("act_remove_from_hold_help", default="Giải tỏa riêng một số hồ sơ, văn bản; nêu rõ lý do.")
    schema = IRemoveInput
    order = 20

    def execute(self, data):
        contents = IHoldContents(self.record)
        for uid in dict.fromkeys(data["records"]):
            contents.remove(uid, self.actor.userid, data["reason"])
            renew(uid)
        return {}


class ReleaseHold(HoldAct):
    """The case is over. Other holds on the same records go on."""

    id = "release_hold"
    title = _("act_release_hold", default="Giải tỏa")
    description = _("act_release_hold_help", default="Kết thúc tạm dừng hủy; vụ việc vẫn được lưu.")
    schema = IReleaseInput
    transition = "release"
    emphasis = "danger"
    order = 30

    def execute(self, data):
        self.record.released_reason = data["reason"]
        uids = [held.uid for held in IHoldContents(self.record).bound()]
        count = IHoldContents(self.record).release(self.actor.userid, data["reason"])
        for uid in uids:
            renew(uid)
        return {"records": count}

    def detail(self, data, result):
        return {"comment": data["reason"], "records": result["records"]}


def bind_all(hold, uids, by):
    """Bind records the current user may see: list of dict UID, status, and of what was refused ``message``."""
    contents, found = IHoldContents(hold), []
    for uid in dict.fromkeys(uids):
        record = visible_record(uid)
        if record is None:
            message = _(
                "violation_hold_record_unknown", default="Không có hồ sơ, văn bản này, hoặc anh/chị không được xem."
            )
            found.append({"UID": uid, "status": 404, "message": message})
            continue
        try:
            contents.add(record, by)
        except Refused as refused:
            found.append({"UID": uid, "status": refused.status, "message": refused.violations[0].message})
        else:
            record.reindexObject()
            found.append({"UID": uid, "status": 200, "message": ""})
    hold.reindexObject()
    return found


def why_not(item):
    """Message of a record that was not bound (a dict of :func:`bind_all`), saying which one is meant."""
    record = visible_record(item["UID"])
    mapping = {"name": called(record) if record is not None else item["UID"], "why": item["message"]}
    return _("hold_not_bound", default="${name}: ${why}", mapping=mapping)


def renew(uid):
    """Say again to the index what a record that was unbound is."""
    record = find_record(uid)
    if record is not None:
        record.reindexObject()
