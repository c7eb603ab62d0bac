"""``@tiles``: what stands on the person's home page."""

from plone import api
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.desks.arrangement import arrangement_of
from qlvb.content.desks.arrangement import keep_arrangement
from qlvb.content.index.question import Question
from qlvb.content.index.tallies import tally
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.shell import tiles
from qlvb.policy.shell.facts import ITileFact
from qlvb.policy.shell.facts import fact_groups
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


class TilesGet(Service):
    """The groups of tiles in the person's order, each tile with its box, filters, count, and whether it is hidden;
    ``facts``: those of administrators, each with its value and the page that lists what it counted.
    """

    def reply(self):
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        order, hidden = arrangement_of(api.user.get_current().getId())
        groups = tiles.registered(tiles.groups_for(shell.functions, shell.stands_in))
        groups = tiles.placed(groups, order, ())
        shown = [tile for _group, own in groups for tile in own]
        boxed = [tile for tile in shown if tile.box]
        questions = [Question(box=tile.box, filters={**shell.scope, **dict(tile.filters)}) for tile in boxed]
        counts = dict(zip(boxed, tally(questions), strict=True))
        parts = [(tile.box, part) for tile in boxed for part in tile.parts]
        asked = [Question(box=box, filters={**shell.scope, **dict(part.filters)}) for box, part in parts]
        counts.update(zip(parts, tally(asked), strict=True))
        for tile in shown:
            if tile.fact:
                counts[tile] = getUtility(ITileFact, name=tile.fact).count(shell.agency)
        items = [
            {
                "id": group.id,
                "title": translate(group.title, context=self.request),
                "tiles": [self._tile(group, tile, counts, hidden) for tile in own],
            }
            for group, own in groups
        ]
        facts = [
            {
                "id": group.id,
                "title": translate(group.title, context=self.request),
                "tiles": [self._fact(tile) for tile in group.tiles],
            }
            for group in fact_groups(shell.functions, shell.agency)
        ]
        address = f"{self.context.absolute_url()}/@tiles"
        return {"@id": address, "items": items, "items_total": len(items), "facts": facts}

    def _fact(self, tile):
        value = tile.value if isinstance(tile.value, int) else translate(tile.value, context=self.request)
        address = f"{self.context.absolute_url()}/{tile.url}"
        return {"id": tile.id, "title": translate(tile.title, context=self.request), "value": value, "page": address}

    def _tile(self, group, tile, counts, hidden):
        tile_id = tiles.tile_id(group, tile)
        found = {
            "id": tile_id,
            "title": translate(tile.title, context=self.request),
            "box": tile.box,
            "filters": dict(tile.filters),
            "count": counts[tile],
            "hidden": tile_id in hidden,
        }
        if tile.parts:
            found["parts"] = [
                {
                    "title": translate(part.title, context=self.request),
                    "filters": {name: list(values) for name, values in part.filters},
                    "count": counts[tile.box, part],
                }
                for part in tile.parts
            ]
        return found


class TilesPatch(AnsweringService):
    """Keeps an arrangement: ``{"order": [ids of tiles, and group:<id>], "hidden": [ids of tiles]}``; two empty lists go
    back to the product's own.
    """

    def answer(self):
        sent = self.body()
        for name in sent:
            if name not in ("order", "hidden"):
                text = _("violation_tiles_field", default="Không có trường “${name}”.", mapping={"name": name[:80]})
                raise Refused(Violation(name[:80], "field_unknown", text))
        kept = keep_arrangement(self.userid, sent.get("order", []), sent.get("hidden", []))
        return {"order": list(kept[0]), "hidden": list(kept[1])}
