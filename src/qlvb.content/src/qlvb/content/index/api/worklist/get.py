"""``GET @worklist``: the boxes of the person with their counts; ``GET @worklist?box=…``: a page of one."""

from qlvb.content.answering import AnsweringService
from qlvb.content.index.api.batching import PARAMETERS
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.api.records.get import ids_in
from qlvb.content.index.api.records.get import rows_json
from qlvb.content.index.columns import columns_of
from qlvb.content.index.filters import given
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import box_of
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18n import translate


#: Parameters that are no filters.
_OTHERS = (*PARAMETERS, "box", "sort_on", "columns")


class WorklistGet(AnsweringService):
    """The boxes, or with ``box`` a page of one in plone.restapi's batch envelope.

    Filters are query parameters, a list by repeating one; ``columns`` chooses what rows have.
    """

    def answer(self):
        return self._box() if "box" in self.request.form else self._boxes()

    @property
    def _address(self):
        return f"{self.context.absolute_url()}/@worklist"

    def _boxes(self):
        boxes = sorted(getUtilitiesFor(IBox))
        counts = getUtility(IListing).counts([name for name, _utility in boxes])
        items = [
            {
                "@id": f"{self._address}?box={name}",
                "id": name,
                "title": translate(box.title, context=self.request),
                "count": counts[name],
            }
            for name, box in boxes
        ]
        return {"@id": self._address, "items": items, "items_total": len(items)}

    def _box(self):
        form = self.request.form
        box = box_of(form["box"])
        batch = Batch(self.request, self._address)
        columns = columns_of(ids_in(form.get("columns")))
        filters = given(form, [name for name in form if name not in _OTHERS])
        sort = form.get("sort_on") or None
        page = getUtility(IListing).query(
            box.id, filters=filters, sort=sort, start=batch.start, size=batch.size, after=batch.after
        )
        return {
            **batch.envelope(page, rows_json(page, columns)),
            "id": box.id,
            "title": translate(box.title, context=self.request),
            "columns": [column.id for column in columns] or list(box.columns),
        }
