"""``@@qlvb-shell``: the frame of every page, and what its menus need to know."""

from html import escape
from plone import api
from Products.CMFPlone.resources.browser.resource import StylesView
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from qlvb.content import _
from qlvb.content.actionbar import arranged
from qlvb.content.documents.interfaces import IPeriodFolder
from qlvb.content.index.interfaces import IBox
from qlvb.content.organisation.titles import shown_title
from qlvb.policy.feedback.rules import screen_of
from qlvb.policy.maintenance.notices import MaintenanceNotices
from qlvb.policy.maintenance.wording import banner
from qlvb.policy.shell.browser.menus import Menus
from qlvb.policy.shell.icons import icon
from qlvb.policy.shell.keys import TDOFFICE
from qlvb.policy.shell.keys import TDOFFICE_USERS
from qlvb.policy.shell.keys import keys_for
from qlvb.policy.shell.static_version import VERSION
from qlvb.workflows.localsigning.address import connections
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from urllib.parse import urlencode
from z3c.form.interfaces import IForm
from zope.component import getMultiAdapter
from zope.component import queryMultiAdapter
from zope.component import queryUtility
from zope.i18n import translate


_MESSAGE_KINDS = {"error": ("danger", "exclamation-octagon"), "warning": ("warning", "exclamation-triangle")}


class Shell(Menus, BrowserView):
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
        route = LocalSigningSettings()
        self.request.response.setHeader("Content-Security-Policy", connections(route.address if route.on else ""))

    @property
    def signs_locally(self):
        """bool: people may sign on their own machines here."""
        return LocalSigningSettings().on

    def _says(self, name):
        return bool(getattr(self.view, name, False))

    # What to draw

    @property
    def maintenance(self):
        """list of message ids: planned interruptions that everybody is told of."""
        return [] if self.anonymous else [banner(notice) for notice in MaintenanceNotices().shown()]

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
        return self.plone_template or any(
            IForm.providedBy(form) for form in (self.view, getattr(self.view, "form_instance", None))
        )

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
        """str: what the style sheets go by. Plone's templates get Plone's body classes too, which its own look for.

        Those of the toolbar are left out: there is none, and they would keep its place free. Our own pages do without:
        to find them, Plone collects the portlets of every page.
        """
        kind = "qlvb-is-plain" if self.plain else "qlvb-is-wide" if not self.panel else "qlvb-has-panel"
        if not self.patterns:
            return f"qlvb {kind}"
        layout = getMultiAdapter((self.context, self.request), name="plone_layout")
        layout.mark_view(self.view)
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

    def arranged(self, bar):
        """The buttons of a bar as they stand in sight and in its menu: Arranged."""
        return arranged(bar)

    def icon(self, name):
        """Markup of a Bootstrap icon."""
        return icon(name)

    @property
    def searched(self):
        """What stands in the search box: what was searched last, for a page that came from a search."""
        value = self.request.form.get("q", "")
        return value if isinstance(value, str) else ""

    def box_url(self, box):
        return f"{self.portal_url}/@@worklist?box={box}"

    @property
    def help_url(self):
        """Address of the guide, or None while the site has none."""
        if queryMultiAdapter((api.portal.get(), self.request), name="qlvb-help") is None:
            return None
        return f"{self.portal_url}/@@qlvb-help?screen={self.screen}"

    @property
    def screen(self):
        """Name of the screen for the guides: that of the view where it has one of its own, else the section's."""
        name = getattr(self.view, "__name__", "") or ""
        own = {"desk", "arrange-tiles", "add-outgoing", "add-incoming", "archive-statistics", "integrity"}
        if name in own:
            return name
        return "search" if name == "qlvb-search" else self.kind or self.section or "home"

    @property
    def feedback_url(self):
        """Address of Góp ý with what it says of this page; for who works for no agency that of everybody's remarks, or
        None where he does not answer them.
        """
        if not self.agency:
            answers = not self.anonymous and api.user.has_permission("qlvb: Manage feedback", obj=api.portal.get())
            return f"{self.portal_url}/@@feedback-list" if answers else None
        name = getattr(self.view, "__name__", "") or ""
        box = self.request.form.get("box", "")
        portal_type = getattr(self.context, "portal_type", "")
        state = api.content.get_state(self.context, default="") if portal_type else ""
        known = (name, portal_type if isinstance(portal_type, str) else "", state, box if isinstance(box, str) else "")
        query = urlencode({"group": self.section or "home", "screen": screen_of(*known)})
        return f"{self.portal_url}/{self.agency}/@@feedback?{query}"

    @property
    def keys(self):
        """The keys of the screen: list of Keys."""
        place = getattr(self.view, "shell_keys", "")
        return keys_for(place, frozenset() if self.anonymous else self.functions)

    @property
    def function_keys(self):
        """dict of data attributes: what F7 and its neighbours press, for those who use them, and what is said where
        there is nothing to press.
        """
        if self.anonymous or not TDOFFICE_USERS & self.functions:
            return {}
        idle = {f"data-idle-{key.command}": translate(key.idle, context=self.request) for key in TDOFFICE.keys}
        incoming = self.new_incoming_url if self.section != "outgoing" else None  # clerks alone have it
        add = incoming or self.new_outgoing_url
        return {"data-key-add": add, **idle}

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

    def _list_of(self, section):
        """Address of the list of all in a section of an agency, else of the section itself."""
        box = f"{section.getId()}.all"
        known = queryUtility(IBox, name=box) is not None
        return f"{self.portal_url}/@@worklist?box={box}" if known else section.absolute_url()

    def breadcrumbs(self):
        """Markup of the path: home, then the objects above the page and itself, without catalogue queries."""
        portal = api.portal.get()
        chain = []
        obj = self.context
        dated = IPeriodFolder.providedBy(getattr(obj, "__parent__", None))
        while obj is not None and getattr(obj, "aq_base", obj) is not getattr(portal, "aq_base", portal):
            if not hasattr(obj, "absolute_url"):
                break
            if dated and obj is not self.context:
                if not IPeriodFolder.providedBy(obj):
                    # The section: agency, years and months are where it is stored, not where people find it.
                    chain.append((self._list_of(obj), shown_title(obj, self.request)))
                    break
            else:
                chain.append((obj.absolute_url(), shown_title(obj, self.request)))
            obj = getattr(obj, "__parent__", None)
        home = translate(_("shell_home", default="Trang chủ"), context=self.request)
        chain.append((self.portal_url, home))
        if len(chain) == 1:
            return ""
        here = self.request.get("ACTUAL_URL")
        items = [
            f'<li class="breadcrumb-item active" aria-current="page">{escape(title)}</li>'
            if url == here
            else f'<li class="breadcrumb-item"><a href="{escape(url)}">{escape(title)}</a></li>'
            for url, title in reversed(chain)
        ]
        return f'<ol class="breadcrumb">{"".join(items)}</ol>'
