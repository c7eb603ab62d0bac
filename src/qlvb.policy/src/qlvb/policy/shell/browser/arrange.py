"""``@@arrange-tiles``: hide, move and order the tiles of the home page. Works without a script, and by keyboard."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from qlvb.content import _
from qlvb.content.desks.arrangement import arranged
from qlvb.content.desks.arrangement import arrangement_of
from qlvb.content.desks.arrangement import keep_arrangement
from qlvb.content.violations import Refused
from qlvb.policy.shell import tiles
from zope.component import getMultiAdapter


class ArrangeTiles(BrowserView):
    """The person's groups and tiles with their places."""

    shell_section = "home"

    def __call__(self):
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        try:
            message, kind = self._keep(), "info"
        except Refused as refused:
            message, kind = refused.violations[0].message, "error"
        IStatusMessage(self.request).add(message, type=kind)
        portal_url = api.portal.get().absolute_url()
        stay = "up" in self.request.form or "down" in self.request.form
        return self.request.response.redirect(f"{portal_url}/@@arrange-tiles" if stay else portal_url)

    def _keep(self):
        if "reset" in self.request.form:
            keep_arrangement(self.shell.userid, [], [])
            return _("arrange_reset", default="Trang chủ đã về cách sắp xếp ban đầu.")
        order = self._values("order")
        for name, step in (("up", -1), ("down", 1)):
            moved = self.request.form.get(name)
            if moved in order:
                order = moved_within(order, moved, step)
        shown = set(self._values("shown"))
        hidden = [one for one in order if not one.startswith("group:") and one not in shown]
        keep_arrangement(self.shell.userid, order, hidden)
        return _("arrange_kept", default="Đã nhớ cách sắp xếp trang chủ của anh/chị.")

    def _values(self, name):
        value = self.request.form.get(name, [])
        return list(value) if isinstance(value, (list, tuple)) else [value]

    @property
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def groups(self):
        """list of dict id, title, tiles (dict id, title, shown), in the person's order; hidden ones in their places."""
        order, hidden = arrangement_of(self.shell.userid)
        own = tiles.registered(tiles.groups_for(self.shell.functions, self.shell.stands_in))
        groups = {f"group:{group.id}": group for group in own}
        return [
            {"id": group_id, "title": groups[group_id].title, "tiles": self._tiles(groups[group_id], order, hidden)}
            for group_id in arranged(list(groups), order)
        ]

    def _tiles(self, group, order, hidden):
        own = {tiles.tile_id(group, tile): tile for tile in group.tiles}
        return [{"id": one, "title": own[one].title, "shown": one not in hidden} for one in arranged(list(own), order)]


def moved_within(order, moved, step):
    """``order`` (list of ids) with ``moved`` one place further among its like: groups among groups, tiles among those
    of their group. Pure.

    >>> moved_within(["group:a", "a:1", "a:2", "group:b", "b:1"], "a:2", -1)
    ['group:a', 'a:2', 'a:1', 'group:b', 'b:1']
    >>> moved_within(["group:a", "a:1", "group:b", "b:1"], "group:b", -1)
    ['group:b', 'a:1', 'group:a', 'b:1']
    """
    family = moved.partition(":")[0]
    like = [place for place, one in enumerate(order) if one.partition(":")[0] == family]
    at = like.index(order.index(moved))
    to = min(max(at + step, 0), len(like) - 1)
    result = list(order)
    result[like[at]], result[like[to]] = result[like[to]], result[like[at]]
    return result
