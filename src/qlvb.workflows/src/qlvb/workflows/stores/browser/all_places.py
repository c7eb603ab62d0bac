"""All shelves, and all boxes, of an agency in one list (product/screens 2.5: Quản lý kệ, Quản lý hộp)."""

from qlvb.content import _
from qlvb.content.lookup import may_view
from qlvb.content.paging import PagedRows
from qlvb.workflows.stores.acts import boxes_below
from qlvb.workflows.stores.browser.box import full_code
from qlvb.workflows.stores.browser.places import PlacesView


class AllPlaces(PagedRows, PlacesView):
    """A table, page by page; a shelf or box is added where it stands, so nothing is sent here."""

    name = ""
    heading = ""
    empty = ""

    def __call__(self):
        return self.index()

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@{self.name}"

    @property
    def rows(self):
        """list of dict, those of the page."""
        return [{**self._row(place), "code": code} for code, place in self.batch]

    def listed(self):
        """list of (code with those above it, place), in their order."""
        found = ((self.code_of(place), place) for place in self.places() if may_view(place))
        return sorted(found, key=lambda one: one[0])


class Shelves(AllPlaces):
    """``@@shelves``."""

    name = "shelves"
    heading = _("stores_shelves_manage", default="Quản lý kệ")
    empty = _("stores_shelves_none", default="Chưa có kệ nào. Mở một kho rồi thêm kệ.")

    def places(self):
        """iterable of the shelves."""
        return (shelf for store in self.context.objectValues() for shelf in store.objectValues())

    @staticmethod
    def code_of(shelf):
        """str: store/shelf."""
        return f"{shelf.aq_parent.code}/{shelf.code}"


class Boxes(AllPlaces):
    """``@@boxes``."""

    name = "boxes"
    heading = _("stores_boxes_manage", default="Quản lý hộp")
    empty = _("stores_boxes_none", default="Chưa có hộp nào. Mở một kệ rồi thêm hộp, in nhãn QR và dán lên hộp.")

    def places(self):
        """iterable of the boxes."""
        return (box for store in self.context.objectValues() for box in boxes_below(store))

    @staticmethod
    def code_of(box):
        """str: store/shelf/box."""
        return full_code(box)
