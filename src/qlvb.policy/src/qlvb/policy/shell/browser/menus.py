"""The menus of the frame, with their counts."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.policy.shell import menu
from qlvb.policy.shell.browser.visitor import Visitor
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.tabs import tabs_for
from qlvb.workflows.notices.interfaces import INotices
from urllib.parse import parse_qs
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate


#: Words of paths and kinds of boxes -> the section of the menu that pages below belong to.
_SECTIONS = {
    "incoming": "incoming",
    "outgoing": "outgoing",
    "dossiers": "dossiers",
    "tasks": "tasks",
    "opinions": "notes",
    "signing": "outgoing",
    "registers": "catalogues",
    "delegations": "administration",
    "departments": "administration",
    "posts": "administration",
    "people": "administration",
    "transfers": "archive",
    "holds": "archive",
    "disposals": "archive",
    "stores": "archive",
    "readings": "archive",
}


#: Boxes that stand in another section than their kind.
_BOXES = {f"outgoing.{name}": "notes" for name in ("to_comment", "consulting", "consulted", "consultations")}


def section_of(word):
    """Id of the section for a box, a word of a path or a kind of box: the word itself where nothing else is said."""
    kind = word.partition(".")[0]
    return _BOXES.get(word) or _SECTIONS.get(kind, kind)


class Menus(Visitor):
    """Part of the shell view."""

    @property
    def section(self):
        """Id of the section the page belongs to: what the view says, else from the path."""
        said = getattr(self.view, "shell_section", None)
        if said:
            return said
        box = self.request.form.get("box")
        if isinstance(box, str) and "." in box:
            return section_of(box)
        path = self.context.getPhysicalPath() if hasattr(self.context, "getPhysicalPath") else ()
        return next((_SECTIONS[part] for part in path if part in _SECTIONS), "")

    @property
    def kind(self):
        """In the archive, whose section holds several kinds of work, the kind the page is about: transfers, stores …"""
        box = self.request.form.get("box")
        words = [box.partition(".")[0]] if isinstance(box, str) else []
        words += self.context.getPhysicalPath() if hasattr(self.context, "getPhysicalPath") else ()
        return next((word for word in words if _SECTIONS.get(word) == "archive"), "")

    @property
    @memoize
    def _visible(self):
        """Sections with their places; a place whose box this site does not have is left out."""
        return [
            (section, tuple(place for place in places if not place.box or queryUtility(IBox, name=place.box)))
            for section, places in menu.places_for(self.functions)
        ]

    def _place_url(self, place):
        if place.box:
            return self.box_url(place.box)
        if "{agency}" in place.path:
            return f"{self.portal_url}/{place.path.format(agency=self.agency)}" if self.agency else None
        return f"{self.portal_url}/{place.path}"

    @property
    @memoize
    def menu(self):
        """The top menu: list of dict id, title, url, current."""
        items = [{"id": "home", "title": _("shell_home", default="Trang chủ"), "url": self.portal_url, "icon": "house"}]
        for section, places in self._visible:
            urls = [url for place in places if (url := self._place_url(place)) and not place.is_form]
            if urls:
                items.append({"id": section.id, "title": section.title, "url": urls[0], "icon": section.icon})
        if self.help_url:
            title = _("shell_help", default="Trợ giúp")
            items.append({"id": "help", "title": title, "url": self.help_url, "icon": "question-circle"})
        for item in items:
            item["current"] = item["id"] == self.section
        return items

    @property
    @memoize
    def counts(self):
        """dict box id -> int, in one question: for every box with members in this person's panel (where one is drawn)
        and for the bell. Empty when the index is out of reach: the frame stands without numbers.

        Lists of everything that one may view are counted only where they are shown.
        """
        if self.anonymous:
            return {}
        boxes = list(getattr(self.view, "counted_boxes", ()))
        for _section, places in self._visible if self.panel else ():
            boxes += [place.box for place in places if place.box and getUtility(IBox, name=place.box).members]
            boxes += [place.today for place in places if place.today]
        try:
            return getUtility(IListing).counts([*boxes, "todo"], filters=self.scope)
        except IndexUnavailable:
            return {}

    @property
    @memoize
    def scope(self):
        """Filter of every list: the agency worked for, where a person works for several."""
        return {"agency": self.agency} if len(menu.agencies_of(self.groups)) > 1 else {}

    @property
    @memoize
    def panel_groups(self):
        """The left panel: list of dict id, title, open, entries (see :meth:`entry`) and blocks (the same, see
        :func:`~qlvb.policy.shell.menu.blocks_of`).
        """
        groups = []
        for section, places in self._visible:
            items = [self.entry(place) for place in places if self._place_url(place) is not None]
            if items:
                opened = self.section in ("", "home", section.id)
                blocks = menu.blocks_of(items, section.folds)
                groups.append(
                    {"id": section.id, "title": section.title, "open": opened, "entries": items, "blocks": blocks}
                )
        return groups

    def entry(self, place):
        """A Place as menus and tabs show it: dict title, url, count, current, box, group and note (what happened
        today, or None).
        """
        url = self._place_url(place)
        note = None
        if place.today and place.today in self.counts:
            mapping = {"count": str(self.counts[place.today])}
            note = _("menu_in_day", default="(trong ngày có ${count} vb)", mapping=mapping)
        return {
            "title": place.title or getUtility(IBox, name=place.box).title,
            "url": url,
            "count": self.counts.get(place.box),
            "current": place.box == self.request.form.get("box") if place.box else self._is_here(url),
            "box": place.box,
            "group": place.group,
            "note": note,
        }

    def _is_here(self, url):
        """bool: the address, and every parameter that it has, is what was asked for."""
        address, _mark, query = url.partition("?")
        asked = {name: self.request.form.get(name) for name in parse_qs(query)}
        return self.request.get("ACTUAL_URL") == address and all(
            asked[name] in (values, *values) for name, values in parse_qs(query).items()
        )

    def tabs_of(self, box):
        """The lists beside that of ``box`` (id), as tabs: list of :meth:`entry`.

        Those that the person knows as tabs, else those of the same group of the section; of a section that holds
        several kinds of work only the sisters of this kind.
        """
        known = tabs_for(box, self.functions)
        if known:
            return [self.entry(place) for place in known]
        section = section_of(box)
        entries = next((group["entries"] for group in self.panel_groups if group["id"] == section), [])
        entries = [entry for entry in entries if entry["box"]]
        group = next((entry["group"] for entry in entries if entry["box"] == box), "")
        if group:
            return [entry for entry in entries if entry["group"] == group]
        kind = box.partition(".")[0]
        return [
            entry
            for entry in entries
            if not entry["group"] and (section == kind or entry["box"].partition(".")[0] == kind)
        ]

    def _form_url(self, name, functions):
        """Address of a form of the person's agency, None for whom it is not."""
        return f"{self.portal_url}/{self.agency}/@@{name}" if self.agency and self.functions & functions else None

    @property
    def new_outgoing_url(self):
        return self._form_url("add-outgoing", READERS)

    @property
    def new_incoming_url(self):
        return self._form_url("add-incoming", CLERKS)

    @property
    def todo_count(self):
        return self.counts.get("todo", 0)

    @property
    @memoize
    def unread_notices(self):
        """int: how many notices the person has not read."""
        return 0 if self.anonymous else getUtility(INotices).of(self.userid).unread()

    @property
    def notices_badge(self):
        """The number on the bell, short."""
        return str(self.unread_notices) if self.unread_notices < 100 else "99+"

    @property
    def notices_label_template(self):
        """The words of the bell, with ``{count}`` for the script."""
        text = _("shell_notices", default="Thông báo chưa đọc: ${count}", mapping={"count": "{count}"})
        return translate(text, context=self.request)

    @property
    def notices_label(self):
        return self.notices_label_template.replace("{count}", str(self.unread_notices))

    @property
    def bottom_places(self):
        """The five places under the thumb on a phone."""
        by_id = {item["id"]: item for item in self.menu}
        todo = {
            "id": "todo",
            "title": _("shell_todo_short", default="Cần xử lý"),
            "url": f"{self.portal_url}/@@todo",
            "icon": "check2-square",
        }
        todo |= {"current": getattr(self.view, "__name__", "") == "todo"}
        search = {
            "id": "search",
            "title": _("shell_search", default="Tìm kiếm"),
            "url": f"{self.portal_url}/@@qlvb-search",
            "icon": "search",
        }
        search |= {"current": getattr(self.view, "__name__", "") == "qlvb-search"}
        places = [by_id["home"], todo, by_id.get("incoming"), by_id.get("outgoing"), search]
        return [{**place, "count": self.todo_count if place is todo else 0} for place in places if place]
