"""Boxes and search on portal_catalog."""

from BTrees.IIBTree import intersection
from BTrees.IIBTree import union
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.query import IndexQuery
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.filters import catalogue_query
from qlvb.content.index.filters import catalogue_sort
from qlvb.content.index.filters import check_batch
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.rows import Page
from qlvb.content.index.rows import row_from
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.component import queryUtility
from zope.interface import implementer


def box_of(box_id):
    """The IBox. :raises Refused: 400 there is none."""
    box = queryUtility(IBox, name=box_id) if isinstance(box_id, str) else None
    if box is None:
        text = _(
            "violation_list_unknown_box", default="Không có danh sách “${name}”.", mapping={"name": str(box_id)[:80]}
        )
        raise Refused(Violation("box", "unknown_box", text))
    return box


def _asked(filters):
    return catalogue_query(filters, "/".join(api.portal.get().getPhysicalPath()))


def _catalogue():
    processQueue()
    return api.portal.get_tool("portal_catalog")


@implementer(IListing)
class Listing:
    """See :class:`IListing`. A list and its count ask the same indexes the same question."""

    def query(self, box_id, principals=None, filters=None, sort=None, start=0, size=25):
        box = box_of(box_id)
        check_batch(start, size)
        query = {**_asked(filters), **self._question(box, principals)}
        return self._page(query, catalogue_sort(sort, box.sort), start, size)

    def counts(self, box_ids, principals=None, filters=None):
        catalogue = _catalogue()
        principals = self._principals(principals)
        allowed = self._records(
            catalogue, "allowedRolesAndUsers", catalogue._listAllowedRolesAndUsers(api.user.get_current().getUser())
        )
        for index, asked in _asked(filters).items():
            allowed = intersection(allowed, self._records(catalogue, index, asked))
        found = {}
        for box_id in dict.fromkeys(box_ids):
            rows = allowed
            for index, asked in self._question(box_of(box_id), principals).items():
                rows = intersection(rows, self._records(catalogue, index, asked))
            found[box_id] = len(rows)
        return found

    def search(self, text, filters=None, sort=None, start=0, size=25):
        check_batch(start, size)
        query = _asked({**(filters or {}), "text": text})
        if "record_text" not in query:
            return Page(0, [], start, size)
        query["portal_type"] = ["IncomingDocument", "OutgoingDocument"]
        return self._page(query, catalogue_sort(sort, ("modified", True)), start, size)

    def _principals(self, principals):
        if principals is not None:
            return principals
        return getUtility(IDirectory).principals(api.user.get_current().getId())

    def _question(self, box, principals):
        query = box.narrow(clock.today())
        if box.members:
            people = sorted(self._principals(principals))
            query["boxes"] = [f"{member}|{one}" for member in box.members for one in people]
        return query

    def _records(self, catalogue, index_id, asked):
        """Ids of the catalogue's records that answer ``asked`` in one index."""
        index = catalogue._catalog.getIndex(index_id)
        question = IndexQuery({index_id: asked}, index_id, index.query_options, index.operators, index.useOperator)
        return union(index.query_index(question), None)

    def _page(self, query, sort, start, size):
        index, reverse = sort
        catalogue = _catalogue()
        order = "descending" if reverse else "ascending"
        brains = catalogue.searchResults(
            query, sort_on=index, sort_order=order, sort_limit=start + size, show_inactive=True
        )
        total = brains.actual_result_count
        return Page(total, [row_from(brain) for brain in brains[start : start + size]], start, size)
