"""Saved searches on the desks of people and units."""

from datetime import timedelta
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.desk import SavedSearch
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.desks.interfaces import ISavedSearches
from qlvb.content.desks.rules import MAX_PINNED
from qlvb.content.desks.rules import MAX_SEARCHES
from qlvb.content.desks.rules import checked_list
from qlvb.content.desks.rules import checked_name
from qlvb.content.desks.units import units_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from zope.component import getUtility
from zope.interface import implementer


KEPT = timedelta(days=30)
_FIELDS = ("name", "list", "filters", "sort", "pinned", "owner")
_CHANGES = ("name", "pinned", "removed", "filters", "sort")


@implementer(ISavedSearches)
class SavedSearches:
    """See ISavedSearches."""

    def all(self, userid):
        found = []
        for owner in (userid, *(unit.id for unit in units_of(userid))):
            kept = [search for search in self._on(owner) if search.removed is None]
            found += sorted(kept, key=lambda search: (search.created, search.id))
        return found

    def get(self, search_id, userid):
        search = self._find(search_id, userid)
        if search.removed is not None:
            raise _unknown()
        return search

    def add(self, userid, values, key=""):
        values = nfc_tree(values)
        if key:
            for owner in (userid, *(unit.id for unit in units_of(userid))):
                for search in self._on(owner):
                    if search.key == key and search.by == userid:
                        return search, False
        violations = unknown_fields(values, _FIELDS)
        name, mistakes = checked_name(values.get("name"))
        violations += mistakes
        where, filters, sort, mistakes = checked_list(values.get("list"), values.get("filters"), values.get("sort"))
        violations += mistakes + _not_bool(values, "pinned")
        if violations:
            raise Refused(violations)
        owner = values.get("owner") or userid
        self._check_owner(owner, userid)
        desk = getUtility(IDesks).open(owner)
        self._check_room(desk)
        pinned = values.get("pinned", True)
        if pinned:
            self._check_pins(desk)
        search = SavedSearch(owner, name, where, filters, sort, pinned, userid, key)
        desk.searches[search.id] = search
        self._clear(desk)
        return search, True

    def change(self, search_id, userid, values):
        values = nfc_tree(values)
        search = self._find(search_id, userid)
        if search.removed is not None and values.get("removed") is not False:
            raise _unknown()
        self._check_owner(search.owner, userid)
        violations = unknown_fields(values, _CHANGES) + _not_bool(values, "pinned") + _not_bool(values, "removed")
        name, mistakes = checked_name(values["name"]) if "name" in values else (search.name, [])
        violations += mistakes
        _where, filters, sort, mistakes = checked_list(
            search.where, values.get("filters", dict(search.filters)), values.get("sort", search.sort)
        )
        violations += mistakes if {"filters", "sort"} & set(values) else []
        if violations:
            raise Refused(violations)
        desk = getUtility(IDesks).open(search.owner)
        pinned = values.get("pinned", search.pinned)
        if pinned and (not search.pinned or search.removed):
            self._check_pins(desk)
        search.name, search.pinned, search.sort = name, pinned, sort
        if filters != dict(search.filters):
            search.filters = PersistentMapping(filters)
        if values.get("removed"):
            search.removed = clock.now()
        elif "removed" in values:
            search.removed = None
        return search

    def remove(self, search_id, userid):
        search = self._find(search_id, userid)
        self._check_owner(search.owner, userid)
        if search.removed is None:
            search.removed = clock.now()
        return search

    def _on(self, owner):
        desk = getUtility(IDesks).get(owner)
        return list(desk.searches.values()) if desk is not None else []

    def _find(self, search_id, userid):
        for owner in (userid, *(unit.id for unit in units_of(userid))):
            desk = getUtility(IDesks).get(owner)
            if desk is not None and isinstance(search_id, str) and search_id in desk.searches:
                return desk.searches[search_id]
        raise _unknown()

    def _check_owner(self, owner, userid):
        if owner == userid:
            return
        unit = next((unit for unit in units_of(userid) if unit.id == owner), None)
        if unit is None or not unit.may_share:
            text = _(
                "violation_search_share",
                default="Ô dùng chung của đơn vị do lãnh đạo đơn vị hoặc văn thư cơ quan đặt.",
            )
            raise Refused(Violation("owner", "may_not_share", text), status=403)

    def _check_room(self, desk):
        if sum(1 for search in desk.searches.values() if search.removed is None) >= MAX_SEARCHES:
            text = _(
                "violation_search_many",
                default="Đã lưu ${max} ô, hãy bỏ bớt ô không dùng.",
                mapping={"max": str(MAX_SEARCHES)},
            )
            raise Refused(Violation("", "too_many_searches", text))

    def _check_pins(self, desk):
        if sum(1 for search in desk.searches.values() if search.pinned and search.removed is None) >= MAX_PINNED:
            text = _(
                "violation_search_pins",
                default="Đã ghim ${max} ô lên trang chủ, hãy bỏ ghim bớt.",
                mapping={"max": str(MAX_PINNED)},
            )
            raise Refused(Violation("pinned", "too_many_pinned", text))

    def _clear(self, desk):
        """What was removed long ago goes for good, with a change that writes the desk anyway."""
        for search in list(desk.searches.values()):
            if search.removed is not None and clock.now() - search.removed > KEPT:
                del desk.searches[search.id]


def _unknown():
    text = _("violation_search_unknown", default="Không có ô đã lưu này.")
    return Refused(Violation("", "search_unknown", text), status=404)


def _not_bool(values, name):
    if isinstance(values.get(name, True), bool):
        return []
    text = _("violation_search_bool", default="“${name}” phải là true hoặc false.", mapping={"name": name})
    return [Violation(name, "field_wrong_value", text)]
