"""``@@qlvb-shell``: the frame of every page, and what its menus need to know."""

from html import escape
from plone import api
from plone.memoize.view import memoize
from Products.CMFPlone.resources.browser.resource import StylesView
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from qlvb.content import _
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.shell import menu
from qlvb.policy.shell.icons import icon
from qlvb.policy.shell.static_version import VERSION
from z3c.form.interfaces import IForm
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryMultiAdapter
from zope.i18n import translate

_MESSAGE_KINDS = {"error": ("danger", "exclamation-octagon"), "warning": ("warning", "exclamation-triangle")}
AGENCY_COOKIE = "qlvb_agency"


class Shell(BrowserView):
    """Answers what the frame asks. One instance per page; answers are kept for the request."""

    template = ViewPageTemplateFile("templates/shell.pt")
    view = None
    plone_template = False

    @property
    def macros(self):
        return self.template.macros

    def attach(self, view, plone_template):
        """Tell the shell which view it frames, and whether through Plone's ``main_template``."""
        self.view = view
        self.plone_template = plone_template

    def _says(self, name):
        return bool(getattr(self.view, name, False))

    # What to draw

    @property
    def plain(self):
        """bool: neither menus nor panel."""
        return self._says("shell_plain")

    @property
    def panel(self):
        """bool: draw the left panel."""
        return not (self.plain or self.anonymous or self._says("shell_wide"))

    @property
    def patterns(self):
        """bool: the page needs Plone's scripts (forms with widgets, Plone's own views)."""
        said = getattr(self.view, "shell_patterns", None)
        if said is not None:
            return said
        return self.plone_template or any(IForm.providedBy(form) for form in (self.view, getattr(self.view, "form_instance", None)))

    @property
    def plone_styles(self):
        """Markup of the style sheets that Plone's scripts need, without the feeds and icons that stand beside them."""
        styles = StylesView(self.context, self.request, self.view)
        styles.update()
        return styles.index()

    def pattern_settings(self):
        """dict of data attributes for Plone's patterns, empty where there are none."""
        if not self.patterns:
            return {}
        return getMultiAdapter((self.context, self.request), name="plone_patterns_settings")()

    def body_class(self, template):
        """str: Plone's body classes, which its own style sheets and tests look for, after ours.

        Those of the toolbar are left out: there is none, and they would keep its place free.
        """
        layout = getMultiAdapter((self.context, self.request), name="plone_layout")
        layout.mark_view(self.view)
        kind = "qlvb-is-plain" if self.plain else "qlvb-is-wide" if not self.panel else "qlvb-has-panel"
        names = layout.bodyClass(template, self.view).split()
        return " ".join(("qlvb", kind, *(name for name in names if not name.startswith("plone-toolbar"))))

    # Addresses

    @property
    def portal_url(self):
        return self._portal_state.portal_url()

    @property
    def bootstrap_url(self):
        return f"{self.portal_url}/++theme++barceloneta/++unique++{VERSION}/css/barceloneta.min.css"

    def static(self, path):
        """Address of a file of ``static/`` that changes when the file's content may have changed."""
        return f"{self.portal_url}/++plone++qlvb.policy/++unique++{VERSION}/{path}"

    def icon(self, name):
        """Markup of a Bootstrap icon."""
        return icon(name)

    def box_url(self, box):
        return f"{self.portal_url}/@@worklist?box={box}"

    @property
    def help_url(self):
        """Address of the guide, or None while the site has none."""
        guide = queryMultiAdapter((api.portal.get(), self.request), name="qlvb-help")
        return guide and f"{self.portal_url}/@@qlvb-help"

    # Who

    @property
    @memoize
    def _portal_state(self):
        return getMultiAdapter((self.context, self.request), name="plone_portal_state")

    @property
    def language(self):
        return self._portal_state.language()

    @property
    def site_title(self):
        return self._portal_state.portal_title()

    @property
    def anonymous(self):
        return self._portal_state.anonymous()

    @property
    @memoize
    def userid(self):
        return None if self.anonymous else self._portal_state.member().getId()

    @property
    @memoize
    def person(self):
        """PersonInfo of the directory, or None (site managers have none)."""
        return getUtility(IDirectory).person(self.userid) if self.userid else None

    @property
    @memoize
    def fullname(self):
        member = self._portal_state.member()
        return member.getProperty("fullname", "") or self.userid

    @property
    def initials(self):
        """First letter of the given name, which Vietnamese write last."""
        return (self.fullname.split() or ["?"])[-1][:1].upper()

    @property
    def posts(self):
        return [post.title for post in self.person.posts] if self.person else []

    @property
    @memoize
    def groups(self):
        return tuple(self._portal_state.member().getGroups()) if self.userid else ()

    @property
    @memoize
    def is_manager(self):
        return not self.anonymous and self.check_permission("Plone Site Setup: Site", api.portal.get())

    def check_permission(self, permission, obj):
        return api.portal.get_tool("portal_membership").checkPermission(permission, obj)

    @property
    @memoize
    def agency(self):
        """Path id of the agency the person works for now, or None."""
        mine = menu.agencies_of(self.groups)
        chosen = self.request.cookies.get(AGENCY_COOKIE)
        if chosen in mine:
            return chosen
        if self.person and self.person.posts:
            return self.person.posts[0].agency
        return mine[0] if mine else None

    @property
    @memoize
    def functions(self):
        """Functions in that agency: set of str; ``manager`` for a site manager."""
        found = menu.functions_of(self.groups, self.agency)
        return found | {"manager"} if self.is_manager else found

    @property
    @memoize
    def agencies(self):
        """The agencies to choose from: list of dict id, title, post, current."""
        directory = getUtility(IDirectory)
        result = []
        for agency_id in menu.agencies_of(self.groups):
            info = directory.agency(agency_id)
            if info is None:
                continue
            post = directory.main_post(self.userid, agency_id)
            current = agency_id == self.agency
            result.append({"id": agency_id, "title": info.title, "symbol": info.symbol, "post": post.title if post else "", "current": current})
        return result

    @property
    def agency_label(self):
        return next((agency["title"] for agency in self.agencies if agency["current"]), "")

    # Menus

    @property
    def section(self):
        """Id of the section the page belongs to: what the view says, else from the path."""
        said = getattr(self.view, "shell_section", None)
        if said:
            return said
        box = self.request.form.get("box")
        if isinstance(box, str) and "." in box:
            return box.partition(".")[0]
        path = self.context.getPhysicalPath() if hasattr(self.context, "getPhysicalPath") else ()
        words = {"incoming": "incoming", "outgoing": "outgoing", "dossiers": "dossiers", "registers": "catalogues"}
        words |= {"departments": "administration", "posts": "administration", "people": "administration"}
        return next((words[part] for part in path if part in words), "")

    @property
    @memoize
    def _visible(self):
        return menu.places_for(self.functions)

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
        for item in items:
            item["current"] = item["id"] == self.section
        return items

    @property
    @memoize
    def counts(self):
        """dict box id -> int, for every box in this person's panel."""
        if self.anonymous:
            return {}
        boxes = [place.box for _section, places in self._visible for place in places if place.box]
        return getUtility(IListing).counts([*boxes, "todo"], filters=self.scope)

    @property
    @memoize
    def scope(self):
        """Filter of every list: the agency worked for, where a person works for several."""
        return {"agency": self.agency} if len(menu.agencies_of(self.groups)) > 1 else {}

    @property
    @memoize
    def panel_groups(self):
        """The left panel: list of dict id, title, open, entries (title, url, count, current)."""
        here = self.request.form.get("box")
        groups = []
        for section, places in self._visible:
            items = []
            for place in places:
                url = self._place_url(place)
                if url is None:
                    continue
                current = place.box == here if place.box else self.request.get("ACTUAL_URL") == url
                title = place.title or getUtility(IBox, name=place.box).title
                items.append({"title": title, "url": url, "count": self.counts.get(place.box), "current": current})
            if items:
                opened = self.section in ("", "home", section.id)
                groups.append({"id": section.id, "title": section.title, "open": opened, "entries": items})
        return groups

    def _form_url(self, name, functions):
        """Address of a form of the person's agency, None for whom it is not."""
        return f"{self.portal_url}/{self.agency}/@@{name}" if self.agency and self.functions & functions else None

    @property
    def new_outgoing_url(self):
        return self._form_url("add-outgoing", menu.READERS)

    @property
    def new_incoming_url(self):
        return self._form_url("add-incoming", menu.CLERKS)

    @property
    def todo_count(self):
        return self.counts.get("todo", 0)

    @property
    def todo_badge(self):
        """The number on the bell, short."""
        return str(self.todo_count) if self.todo_count < 100 else "99+"

    @property
    def todo_label(self):
        text = _("shell_todo", default="Việc cần xử lý: ${count}", mapping={"count": self.todo_count})
        return translate(text, context=self.request)

    @property
    def bottom_places(self):
        """The five places under the thumb on a phone."""
        by_id = {item["id"]: item for item in self.menu}
        todo = {"id": "todo", "title": _("shell_todo_short", default="Cần xử lý"), "url": f"{self.portal_url}/@@todo", "icon": "bell"}
        todo |= {"current": getattr(self.view, "__name__", "") == "todo"}
        search = {"id": "search", "title": _("shell_search", default="Tìm kiếm"), "url": f"{self.portal_url}/@@qlvb-search", "icon": "search"}
        search |= {"current": getattr(self.view, "__name__", "") == "qlvb-search"}
        places = [by_id["home"], todo, by_id.get("incoming"), by_id.get("outgoing"), search]
        return [{**place, "count": self.todo_count if place is todo else 0} for place in places if place]

    @property
    def languages(self):
        """The other languages of the interface: list of dict code, title, url."""
        others = [("vi", "Tiếng Việt"), ("en", "English")]
        return [
            {"code": code, "title": title, "url": f"{self.portal_url}/@@qlvb-switch-language?set_language={code}"}
            for code, title in others
            if code != self.language
        ]

    @property
    def messages(self):
        """Plone's status messages, shown once: list of dict text, kind, icon."""
        result = []
        for message in IStatusMessage(self.request).show():
            kind, symbol = _MESSAGE_KINDS.get(message.type, ("success", "check-circle"))
            result.append({"text": message.message, "kind": kind, "icon": symbol})
        return result

    def breadcrumbs(self):
        """Markup of the path: home, then the objects above the page and itself, without catalogue queries."""
        portal = api.portal.get()
        chain = []
        obj = self.context
        while obj is not None and getattr(obj, "aq_base", obj) is not getattr(portal, "aq_base", portal):
            if not hasattr(obj, "absolute_url"):
                break
            chain.append((obj.absolute_url(), obj.Title() or obj.getId()))
            obj = getattr(obj, "__parent__", None)
        home = translate(_("shell_home", default="Trang chủ"), context=self.request)
        chain.append((self.portal_url, home))
        if len(chain) == 1:
            return ""
        items = [f'<li class="breadcrumb-item"><a href="{escape(url)}">{escape(title)}</a></li>' for url, title in reversed(chain)]
        return f'<ol class="breadcrumb">{"".join(items)}</ol>'
