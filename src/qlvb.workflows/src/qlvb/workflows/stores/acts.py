"""Acts on the places of paper: lay a dossier into a box, take it out, change and close a place."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.stores.interfaces import IStorageBox
from qlvb.content.stores.places import violations_of
from qlvb.workflows.acts.base import CONFLICT_CODES
from qlvb.workflows.acts.base import Act
from qlvb.workflows.stores.inputs import IDescribeBoxInput
from qlvb.workflows.stores.inputs import IDescribeInput
from qlvb.workflows.stores.inputs import IPlaceInput
from qlvb.workflows.stores.inputs import ITakeInput
from zope.component import getUtility


PERMISSION = "qlvb: Manage stores"


class PlaceInBox(Act):
    """A dossier has one place; laying it elsewhere is a move, and the journal keeps both places."""

    id = "place_in_box"
    title = _("act_place_in_box", default="Xếp vào hộp")
    description = _("act_place_in_box_help", default="Ghi vị trí hồ sơ giấy: kho, kệ, hộp và số của hồ sơ trong hộp.")
    schema = IPlaceInput
    permission = PERMISSION
    states = ("closed", "archived")
    conflict_codes = CONFLICT_CODES | {"box_full", "box_closed", "number_taken"}
    order = 60

    def defaults(self):
        place = getUtility(IPlaces).of(self.record)
        return {"box": f"{place.store}/{place.shelf}/{place.box_code}" if place else "", "number": None}

    def box(self, data):
        """The box named, or None."""
        return getUtility(IPlaces).box_at(getUtility(IDirectory).agency_of(self.record).id, data["box"])

    def rules(self, data):
        if data is None:
            return
        box = self.box(data)
        if box is None:
            message = _(
                "violation_box_unknown",
                default="Không có hộp “${code}”: ghi đủ kho/kệ/hộp như trên nhãn.",
                mapping={"code": data["box"]},
            )
            yield self.violation("box_unknown", message, field="box")
        else:
            yield from violations_of(self.record, box, data["number"])

    def execute(self, data):
        place = getUtility(IPlaces).put(self.record, self.box(data), data["number"], self.actor.userid)
        return {"place": place.label, "paper_file_code": place.paper_file_code}

    def detail(self, data, result):
        return {"place": result["place"]}


class TakeFromBox(Act):
    """The paper does not lie there any more."""

    id = "take_from_box"
    title = _("act_take_from_box", default="Lấy khỏi hộp")
    description = _("act_take_from_box_help", default="Hồ sơ giấy không còn ở vị trí này nữa; ghi rõ lý do.")
    schema = ITakeInput
    permission = PERMISSION
    states = ("closed", "archived")
    order = 61

    def relevant(self):
        return super().relevant() and getUtility(IPlaces).of(self.record) is not None

    def rules(self, data):
        if getUtility(IPlaces).of(self.record) is None:
            message = _("violation_not_placed", default="Hồ sơ này chưa được xếp vào hộp nào.")
            yield self.violation("wrong_state", message)

    def execute(self, data):
        place = getUtility(IPlaces).take(self.record, self.actor.userid, data["reason"])
        return {"place": place.label}

    def detail(self, data, result):
        return {"comment": data["reason"], "place": result["place"]}


class Describe(Act):
    """Another name or note; the code stays, it stands on labels."""

    id = "describe_place"
    title = _("act_describe_place", default="Sửa thông tin")
    description = _("act_describe_place_help", default="Sửa tên, ghi chú, sức chứa. Mã không đổi: mã đã in trên nhãn.")
    permission = PERMISSION
    states = ("active",)
    order = 10

    @property
    def schema(self):
        return IDescribeBoxInput if IStorageBox.providedBy(self.record) else IDescribeInput

    def defaults(self):
        return {name: getattr(self.record, name) for name in self.schema.names(all=True)}

    def rules(self, data):
        if data is None or not IStorageBox.providedBy(self.record):
            return
        held = len(getUtility(IPlaces).contents(self.record))
        if data["capacity"] < held:
            message = _("violation_box_holds", default="Hộp đang có ${count} hồ sơ.", mapping={"count": str(held)})
            yield self.violation("box_holds_more", message, field="capacity")

    def execute(self, data):
        for name, value in data.items():
            setattr(self.record, name, value)
        return {}


class ClosePlace(Act):
    """Out of use: it takes nothing more."""

    id = "close_place"
    title = _("act_close_place", default="Ngừng sử dụng")
    description = _("act_close_place_help", default="Không xếp thêm vào đây nữa; phải trống hồ sơ trước.")
    permission = PERMISSION
    states = ("active",)
    transition = "close"
    emphasis = "danger"
    order = 20

    def rules(self, data):
        held = held_below(self.record)
        if held:
            message = _("violation_place_holds", default="Còn ${count} hồ sơ ở đây.", mapping={"count": str(held)})
            yield self.violation("place_holds", message)


class ReopenPlace(Act):
    """In use again."""

    id = "reopen_place"
    title = _("act_reopen_place", default="Dùng lại")
    description = _("act_reopen_place_help", default="Lại xếp hồ sơ vào đây.")
    permission = PERMISSION
    states = ("closed",)
    transition = "reopen"
    order = 30


def boxes_below(place):
    """The boxes of a store or shelf, or the box itself: list by code."""
    if IStorageBox.providedBy(place):
        return [place]
    return [box for child in place.objectValues() for box in boxes_below(child)]


def held_below(place):
    """int: dossiers that lie in a store, shelf or box."""
    places = getUtility(IPlaces)
    return sum(len(places.contents(box)) for box in boxes_below(place))
