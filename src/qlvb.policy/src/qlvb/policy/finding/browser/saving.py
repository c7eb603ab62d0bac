"""What people do with saved searches and columns on the screens; works without scripts."""

import json
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content.desks.addresses import address_of
from qlvb.content.desks.choices import ALWAYS
from qlvb.content.desks.choices import choose_columns
from qlvb.content.desks.interfaces import ISavedSearches
from qlvb.content.desks.rules import question_of
from qlvb.content.desks.units import units_of
from qlvb.content.index.tallies import tally
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


class _Form(BrowserView):
    """A posted form that goes back to where it came from, saying what was done."""

    def __call__(self):
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.request.response.redirect(self.home)
        CheckAuthenticator(self.request)
        try:
            said = self.do()
        except Refused as refused:
            words = " ".join(translate(violation.message, context=self.request) for violation in refused.violations)
            api.portal.show_message(words, self.request, type="error")
        else:
            if said:
                api.portal.show_message(said, self.request)
        return self.request.response.redirect(self.back)

    @property
    def userid(self):
        return api.user.get_current().getId()

    @property
    def home(self):
        return api.portal.get().absolute_url()

    @property
    def back(self):
        """Where to go afterwards: only within the site."""
        address = self.value("back")
        return address if address and api.portal.get_tool("portal_url").isURLInPortal(address) else self.home

    def value(self, name):
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def values(self, name):
        value = self.request.form.get(name, [])
        return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]


class SaveSearch(_Form):
    """``@@save-search``: the list as it is filtered now gets a name."""

    def do(self):
        try:
            filters = json.loads(self.value("filters") or "{}")
        except ValueError as error:
            text = _("violation_search_filters", default="“filters” phải là một đối tượng JSON.")
            raise Refused(Violation("filters", "filters_wrong", text)) from error
        values = {
            "name": self.value("name"),
            "list": self.value("list"),
            "filters": filters,
            "sort": self.value("sort"),
            "pinned": bool(self.value("pinned")),
        }
        if self.value("owner"):
            values["owner"] = self.value("owner")
        search, _new = getUtility(ISavedSearches).add(self.userid, values)
        if search.pinned:
            return _("searches_pinned", default="Đã ghim ô “${name}” lên trang chủ.", mapping={"name": search.name})
        return _("searches_saved", default="Đã lưu ô “${name}”.", mapping={"name": search.name})


class ChangeSearch(_Form):
    """``@@change-search``: rename, pin, take away, bring back."""

    def do(self):
        searches = getUtility(ISavedSearches)
        search_id = self.value("id")
        if "remove" in self.request.form:
            searches.remove(search_id, self.userid)
            return None
        if "restore" in self.request.form:
            search = searches.change(search_id, self.userid, {"removed": False})
            return _("searches_restored", default="Đã lấy lại ô “${name}”.", mapping={"name": search.name})
        if "pin" in self.request.form:
            searches.change(search_id, self.userid, {"pinned": self.value("pin") == "1"})
            return None
        search = searches.change(search_id, self.userid, {"name": self.value("name")})
        return _("searches_renamed", default="Đã đổi tên ô thành “${name}”.", mapping={"name": search.name})

    @property
    def back(self):
        page = f"{self.home}/@@saved-searches"
        return f"{page}?removed={self.value('id')}" if "remove" in self.request.form else page


class ChooseColumns(_Form):
    """``@@choose-columns``: which columns the person wants in a list, and in which order."""

    def do(self):
        list_id = self.value("list")
        if "reset" in self.request.form:
            choose_columns(self.userid, list_id, [])
            return _("columns_reset", default="Danh sách đã về các cột mặc định.")
        wanted = {*self.values("columns"), ALWAYS}
        order = self.values("order")
        for name, step in (("up", -1), ("down", 1)):
            moved = self.value(name)
            if moved in order:
                place = order.index(moved)
                order.insert(max(0, place + step), order.pop(place))
        unknown = [one for one in self.values("columns") if one not in order]
        choose_columns(self.userid, list_id, [one for one in order if one in wanted] + unknown)
        return _("columns_kept", default="Đã nhớ các cột của danh sách này.")


class SavedSearchesPage(BrowserView):
    """``@@saved-searches``: all that the person may use, to rename, pin and take away."""

    shell_section = "search"

    @property
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def groups(self):
        """One's own searches, then those of every unit: list of dict title, searches."""
        userid = self.shell.userid
        found = getUtility(ISavedSearches).all(userid)
        counts = tally([question_of(search, self.shell.scope) for search in found])
        units = {unit.id: unit for unit in units_of(userid)}
        groups = {}
        for search, count in zip(found, counts, strict=True):
            unit = units.get(search.owner)
            title = unit.title if unit else _("searches_own", default="Của tôi")
            group = groups.setdefault(search.owner, {"id": search.owner, "title": title, "searches": []})
            group["searches"].append(
                {
                    "search": search,
                    "count": count,
                    "url": address_of(self.shell.portal_url, search),
                    "may_change": unit is None or unit.may_share,
                }
            )
        return list(groups.values())

    @property
    def removed(self):
        """id of what has just been taken away, or None."""
        value = self.request.form.get("removed")
        return value if isinstance(value, str) and value.isalnum() else None
