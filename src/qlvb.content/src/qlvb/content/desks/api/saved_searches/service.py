"""``@saved-searches``: GET all or one, POST a new one, PATCH and DELETE one."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.desks.addresses import address_of
from qlvb.content.desks.interfaces import ISavedSearches
from qlvb.content.desks.rules import question_of
from qlvb.content.desks.units import units_of
from qlvb.content.index.tallies import tally
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


class _SavedSearches(PathService):
    @property
    def searches(self):
        return getUtility(ISavedSearches)

    @property
    def search_id(self):
        """:raises Refused: 404 the address names none, or more."""
        if not self.only_name:
            text = _("violation_search_unknown", default="Không có ô đã lưu này.")
            raise Refused(Violation("", "search_unknown", text), status=404)
        return self.only_name

    def as_json(self, search, counts=None):
        """dict of JSON values. ``count`` is what the list says to this person now, None for a list that is no more."""
        units = {unit.id: unit for unit in units_of(self.userid)}
        unit = units.get(search.owner)
        counts = counts if counts is not None else tally([question_of(search)])
        return {
            "@id": f"{self.context.absolute_url()}/@saved-searches/{search.id}",
            "id": search.id,
            "name": search.name,
            "list": search.where,
            "filters": dict(search.filters),
            "sort": search.sort or None,
            "pinned": search.pinned,
            "owner": search.owner,
            "owner_title": unit.title if unit else "",
            "may_change": unit is None or unit.may_share,
            "created": search.created.isoformat(),
            "url": address_of(self.context.absolute_url(), search),
            "count": counts[0],
        }


class SavedSearchesGet(_SavedSearches):
    """All that the person may use, with their counts, or ``@saved-searches/<id>``."""

    def answer(self):
        if self.path:
            return self.as_json(self.searches.get(self.search_id, self.userid))
        found = self.searches.all(self.userid)
        counts = tally([question_of(search) for search in found])
        items = [self.as_json(search, [count]) for search, count in zip(found, counts, strict=True)]
        shared = [{"id": unit.id, "title": unit.title} for unit in units_of(self.userid) if unit.may_share]
        address = f"{self.context.absolute_url()}/@saved-searches"
        return {"@id": address, "items": items, "items_total": len(items), "may_share_with": shared}


class SavedSearchesPost(_SavedSearches):
    """Saves a search: ``name``, ``list`` (``search`` or a box), ``filters``, ``sort``, ``pinned``, ``owner``.

    With the header ``Idempotency-Key`` the same person's second request gives the first one's search (200 instead of
    201).
    """

    def answer(self):
        search, new = self.searches.add(self.userid, self.body(), self.key or "")
        data = self.as_json(search)
        self.request.response.setStatus(201 if new else 200)
        self.request.response.setHeader("Location", data["@id"])
        return data


class SavedSearchesPatch(_SavedSearches):
    """Changes ``name``, ``filters``, ``sort`` or ``pinned``; ``removed`` false brings back what was removed."""

    def answer(self):
        return self.as_json(self.searches.change(self.search_id, self.userid, self.body()))


class SavedSearchesDelete(_SavedSearches):
    """Takes a saved search off the desk; within 30 days PATCH with ``removed`` false brings it back."""

    def answer(self):
        self.searches.remove(self.search_id, self.userid)
        return self.reply_no_content()
