"""The first page: tiles by function, then the work that waits; for those without documents, where their work begins."""

from plone.memoize.view import memoize
from qlvb.content import _
from qlvb.content.desks.arrangement import arrangement_of
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.tallies import tally
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.finding.tiles import tiles_of
from qlvb.policy.shell import tiles
from qlvb.policy.shell.browser.worklist import Worklist
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import ITileFact
from qlvb.policy.shell.facts import fact_groups
from zope.component import getUtility


DECIDING = frozenset({"leader", "unit_leader", "appraiser"})
#: Function -> what waits beside documents, the most urgent first. Who administers an agency carries out destructions.
ARCHIVE_WORK = {
    "archivist": ("transfers.waiting", "readings.waiting", "disposals.mine", "transfers.checking"),
    "agency_admin": ("disposals.mine",),
}


class Home(Worklist):
    """``@@qlvb-home``, the default view of the site. A tile narrows the list below to its box."""

    shell_section = "home"
    empty_icon = "check2-circle"

    def __call__(self):
        if self.shell.anonymous:
            return self.request.response.redirect(f"{self.shell.portal_url}/login")
        self.shell.attach(self, False)  # so that the frame's one question counts the tiles too
        if self.has_list:
            self.update()
        return self.index()

    @property
    def address(self):
        return self.shell.portal_url

    @property
    def box_id(self):
        asked = self.request.form.get("box")
        return asked if asked in self.tile_boxes else self.usual_box

    @property
    @memoize
    def usual_box(self):
        """Id of the box that the home shows unasked: everything that waits; of an archivist whom no
        document waits for, the first work of the archive, because transfers, requests and councils are no documents.
        """
        if self.shell.todo_count:
            return "todo"
        work = [box for function, boxes in ARCHIVE_WORK.items() if function in self.shell.functions for box in boxes]
        return next((box for box in work if self.shell.counts.get(box)), "todo")

    @property
    @memoize
    def groups(self):
        return tiles.registered(tiles.groups_for(self.shell.functions, self.shell.stands_in))

    @property
    @memoize
    def shown_groups(self):
        """list of (TileGroup, tuple of Tile) as the person has arranged them."""
        return tiles.placed(self.groups, *arrangement_of(self.shell.userid))

    @property
    def tile_boxes(self):
        return {tile.box for group in self.groups for tile in group.tiles if tile.box}

    @property
    def counted_boxes(self):
        """Boxes that the frame counts along with its own, in its one question."""
        return [tile.box for _group, shown in self.shown_groups for tile in shown if tile.box and not tile.filters]

    @property
    def has_list(self):
        """bool: the person works with documents."""
        return bool(self.groups)

    @property
    def dense(self):
        """bool: tiles are one line high: a leader's many tiles filter the list and must not push it off the screen."""
        return bool(self.shell.functions & DECIDING)

    @property
    def heading(self):
        """What the list is called; a leader's own words for everything that waits."""
        if self.box_id == "todo":
            if self.shell.functions & DECIDING:
                return _("home_todo_leader", default="Việc cần tôi quyết")
            return _("home_todo", default="Việc cần xử lý")
        return self.box.title

    @property
    @memoize
    def _counts(self):
        """(box, filters of a tile) -> int; the counts of the menus serve again."""
        listing = getUtility(IListing)
        found = {(box, ()): count for box, count in self.shell.counts.items()}
        shown = [tile for _group, group_tiles in self.shown_groups for tile in group_tiles if tile.box]
        tiles_shown = [tile for tile in shown if (tile.box, tile.filters) not in found]
        for narrowed in {tile.filters for tile in tiles_shown}:
            boxes = [tile.box for tile in tiles_shown if tile.filters == narrowed]
            counts = listing.counts(boxes, filters={**self.shell.scope, **dict(narrowed)})
            found.update({(box, narrowed): count for box, count in counts.items()})
        parts = [(tile.box, part.filters) for tile in shown for part in tile.parts]
        questions = [Question(box=box, filters={**self.shell.scope, **dict(filters)}) for box, filters in parts]
        return {**found, **dict(zip(parts, tally(questions), strict=True))}

    @property
    def tile_groups(self):
        """list of dict id, title, tiles (title, count, url, look, current)."""
        narrowed = tuple((name, value) for name, value in self.filters.items() if isinstance(value, str))
        return [
            {"id": group.id, "title": group.title, "tiles": [self._tile(tile, narrowed) for tile in shown]}
            for group, shown in self.shown_groups
        ]

    def _tile(self, tile, narrowed):
        if tile.fact:
            fact, agency = getUtility(ITileFact, name=tile.fact), self.shell.agency
            counted = FactTile(tile.id, tile.title, fact.count(agency), fact.path(agency), tile.look)
            return self._fact(counted)
        count = self._counts[tile.box, tile.filters]
        here = self.request.form.get("box") == tile.box
        source = sorted(self.chosen("source"))
        current = here and tile.filters == narrowed and not (tile.parts and source)
        looks = {"late": "is-late", "soon": "is-soon"}
        look = " ".join(word for word in (looks.get(tile.look, ""), "" if count else "is-zero") if word)
        address = self.url(**{**dict.fromkeys(self.filters), "box": tile.box, "sort_on": None, **dict(tile.filters)})
        # A second press on a tile goes back to everything.
        return {
            "title": tile.title,
            "count": count,
            "look": look,
            "current": current,
            "url": self.shell.portal_url if current else address,
            "parts": [self._part(tile, part, here and source == sorted(_channels(part))) for part in tile.parts],
        }

    def _part(self, tile, part, current):
        count = self._counts[tile.box, part.filters]
        address = self.url(**{**dict.fromkeys(self.filters), "box": tile.box, "sort_on": None, **_lists(part)})
        return {
            "title": part.title,
            "count": count,
            "look": "" if count else "is-zero",
            "current": current,
            "url": address,
        }

    @property
    @memoize
    def pinned(self):
        """Saved searches and lists that are pinned here: list of dict title, count, url, owner."""
        return [tile for tile in tiles_of(self.shell) if tile["count"] is not None]

    @property
    def quick(self):
        """Thao tác nhanh: list of dict title, url, icon."""
        shell = self.shell
        ways = [
            (self.desk_url, _("home_quick_desk", default="Bàn duyệt"), "easel"),
            (shell.new_incoming_url, _("home_quick_register", default="Vào sổ văn bản giấy"), "journal-plus"),
            (shell.new_outgoing_url, _("home_quick_draft", default="Soạn dự thảo"), "file-earmark-plus"),
            (
                self._agency_place("registers", {"clerk"}),
                _("home_quick_registers", default="Sổ văn bản"),
                "journal-text",
            ),
            (
                self._agency_place("dossiers?tab=catalogues", {"member"}),
                _("home_quick_open_dossier", default="Tạo hồ sơ"),
                "folder-plus",
            ),
            (
                self._agency_place("dossiers", {"archivist"}),
                _("home_quick_dossiers", default="Hồ sơ công việc"),
                "folder2-open",
            ),
        ]
        return [{"url": url, "title": title, "icon": symbol} for url, title, symbol in ways if url]

    def _agency_place(self, section, functions):
        if self.shell.agency and self.shell.functions & functions:
            return f"{self.shell.portal_url}/{self.shell.agency}/{section}"
        return None

    @property
    def desk_url(self):
        """Address of the decision desk, for those who decide."""
        leads = self.shell.functions & {"leader", "unit_leader", "appraiser"}
        return f"{self.shell.portal_url}/@@desk" if leads else None

    def fact_groups(self, after):
        """Tiles of administrators and books, before or ``after`` those of work: list of dict as :attr:`tile_groups`."""
        return [
            {"id": group.id, "title": group.title, "tiles": [self._fact(tile) for tile in group.tiles]}
            for group in fact_groups(self.shell.functions, self.shell.agency, after)
        ]

    def _fact(self, tile):
        looks = {"late": "is-late", "soon": "is-soon"}
        words = "is-words" if isinstance(tile.value, str) else ""
        marks = (looks.get(tile.look, ""), "" if tile.value else "is-zero", words)
        return {
            "title": tile.title,
            "count": tile.value,
            "look": " ".join(mark for mark in marks if mark),
            "current": False,
            "url": f"{self.shell.portal_url}/{tile.url}",
        }

    @property
    def places(self):
        """For the system's administrators and archivists: list of dict title, text, url, icon, count."""
        directory = getUtility(IDirectory)
        functions = self.shell.functions
        portal_url = self.shell.portal_url
        found = []
        if "archivist" in functions:
            base = f"{portal_url}/{self.shell.agency}"
            found += [
                (_("home_catalogues", default="Danh mục hồ sơ"), f"{base}/dossiers", "list-columns", None),
                (_("home_browse_incoming", default="Văn bản đến theo năm, tháng"), f"{base}/incoming", "inbox", None),
                (_("home_browse_outgoing", default="Văn bản đi theo năm, tháng"), f"{base}/outgoing", "send", None),
                (_("home_registers", default="Sổ văn bản"), f"{base}/registers", "journal-text", None),
            ]
        if "manager" in functions:
            found += [
                (
                    _("home_agencies", default="Cây cơ quan và mã định danh"),
                    f"{portal_url}/@@agencies",
                    "building",
                    len(directory.agencies()),
                ),
                (
                    _("home_all_people", default="Người dùng"),
                    f"{portal_url}/@@usergroup-userprefs",
                    "people",
                    len(directory.people()),
                ),
                (_("home_setup", default="Cài đặt hệ thống"), f"{portal_url}/@@overview-controlpanel", "gear", None),
            ]
        return [{"title": title, "url": url, "icon": symbol, "count": count} for title, url, symbol, count in found]

    @property
    def way_out(self):
        return self.shell.portal_url

    @property
    def empty_way(self):
        if self.shell.functions & {"clerk"}:
            return {
                "title": _("home_all_incoming", default="Tra cứu văn bản đến"),
                "url": self.shell.box_url("incoming.all"),
            }
        return {
            "title": _("home_all_outgoing", default="Tra cứu văn bản đi"),
            "url": self.shell.box_url("outgoing.all"),
        }


def _channels(part):
    return dict(part.filters)["source"]


def _lists(part):
    return {name: list(values) for name, values in part.filters}
