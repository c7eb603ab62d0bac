"""``@@worklist?box=…``: a box as a page, its sisters as tabs; ``@@todo``: everything that waits for the person."""

from qlvb.content import _
from qlvb.content.index.filters import SORTS
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.question import box_of
from qlvb.policy.shell.browser.lists import ListPage
from qlvb.policy.shell.browser.menus import section_of
from qlvb.policy.shell.menu import group_of
from qlvb.policy.shell.tabs import tabs_for
from qlvb.policy.shell.tile import Part
from qlvb.policy.shell.tiles import ARRIVALS
from zope.component import getUtility
from zope.component import queryUtility


_SORT_NAMES = {column.name: name for name, column in SORTS.items()}


class Worklist(ListPage):
    """A list with a name."""

    box_id = None
    empty_icon = "inbox"

    @property
    def box(self):
        """The IBox asked for, or None."""
        return queryUtility(IBox, name=self.box_id or str(self.request.form.get("box", "")))

    @property
    def shell_section(self):
        return section_of(self.box.id) if self.box and self.box.scope != "all" else ""

    def fetch(self, filters, sort, start, size):
        box = box_of(self.box_id or self.request.form.get("box"))
        listing = getUtility(IListing)
        return listing.query(box.id, filters=filters, sort=sort, start=start, size=size, after=self.after)

    @property
    def heading(self):
        return self.box.title if self.box else _("list_unknown", default="Danh sách không có")

    @property
    def list_id(self):
        return self.box.id if self.box else ""

    @property
    def default_columns(self):
        return self.box.columns if self.box else ()

    @property
    def question(self):
        """The Question that the page asks, None for a box that is not there."""
        if self.box is None:
            return None
        return Question(box=self.box.id, filters={**self.shell.scope, **self.filters}, sort=self.sort)

    @property
    def default_sort(self):
        index, reverse = self.box.sort
        return f"-{_SORT_NAMES[index]}" if reverse else _SORT_NAMES[index]

    @property
    def section_title(self):
        """Title of the section the box belongs to, "" for a box of none."""
        return next((group["title"] for group in self.shell.panel_groups if group["id"] == self.shell_section), "")

    @property
    def group_title(self):
        """Title of the group of the menu in which the person finds the box, "" for none."""
        return group_of(self.box.id, self.shell.functions) if self.box else ""

    @property
    def tabs(self):
        """The lists beside this one: list of dict title, url, count, current."""
        return self.shell.tabs_of(self.box.id) if self.box else []

    @property
    def counted_boxes(self):
        """Boxes that the frame counts along with its own, in its one question: those on tabs that the menu lacks."""
        places = tabs_for(self.box.id, self.shell.functions) if self.box else ()
        return [place.box for place in places if getUtility(IBox, name=place.box).members]

    @property
    def sources(self):
        """The ways in which what waits has come: list of dict title, url, count, current; [] in other lists."""
        if self.box is None or self.box.id != "incoming.waiting":
            return []
        chosen = sorted(self.chosen("source"))
        found = []
        for part in (Part(_("source_all", default="Tất cả"), ()), *ARRIVALS):
            narrowed = dict(part.filters)
            count = getUtility(IListing).count(Question(box=self.box.id, filters={**self.shell.scope, **narrowed}))
            channels = list(narrowed.get("source", ()))
            url = self.url(source=channels or None, b_start=None)
            found.append({"title": part.title, "url": url, "count": count, "current": chosen == sorted(channels)})
        return found

    @property
    def empty(self):
        return self.box.empty

    @property
    def empty_way(self):
        """What to do with an empty list: dict title, url."""
        new = self.shell.new_outgoing_url
        if self.box.id in ("outgoing.drafts", "outgoing.mine") and new:
            return {"title": _("shell_add_outgoing", default="Thêm VB đi"), "url": new}
        return {"title": _("list_back_home", default="Về trang chủ"), "url": self.shell.portal_url}

    @property
    def way_out(self):
        return self.shell.box_url(self.box.id) if self.box and not self.box_id else f"{self.shell.portal_url}/@@todo"


class Todo(Worklist):
    """The union of all boxes with work in them: where the bell leads."""

    box_id = "todo"
    empty_icon = "check2-circle"
