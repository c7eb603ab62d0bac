"""``GET @worklist``: the boxes of the person with their counts; ``GET @worklist?box=…``: a page of one."""

from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.index.filters import FILTERS
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import box_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from urllib.parse import urlencode
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18n import translate


_OTHER = ("box", "b_start", "b_size", "sort_on")


class WorklistGet(Service):
    """The boxes, or with ``box`` a page of one in plone.restapi's batch envelope.

    Filters are query parameters, a list by repeating one.
    """

    def reply(self):
        try:
            return self._box() if "box" in self.request.form else self._boxes()
        except Refused as refused:
            return refused_response(self.request, refused)

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
        filters = {name: value for name, value in form.items() if name not in _OTHER}
        start = self._number("b_start", 0)
        size = self._number("b_size", 25)
        page = getUtility(IListing).query(box.id, filters=filters, sort=form.get("sort_on"), start=start, size=size)
        result = {
            "@id": self._page_address(start, size),
            "id": box.id,
            "title": translate(box.title, context=self.request),
            "columns": list(box.columns),
            "items": [row.as_json() for row in page.rows],
            "items_total": page.total,
        }
        if page.total > size:
            result["batching"] = self._batching(page)
        return result

    def _number(self, name, default):
        value = self.request.form.get(name, default)
        if isinstance(value, int) or (isinstance(value, str) and value.isdecimal()):
            return int(value)
        text = _("violation_list_batch", default="Vị trí hoặc số dòng của trang không hợp lệ.")
        raise Refused(Violation(name, "invalid_batch", text))

    def _page_address(self, start, size):
        asked = [(name, value) for name, value in self.request.form.items() if name in ("box", "sort_on", *FILTERS)]
        return f"{self._address}?{urlencode([*asked, ('b_start', start), ('b_size', size)], doseq=True)}"

    def _batching(self, page):
        last = (page.pages - 1) * page.size
        starts = {"first": 0, "last": last}
        if page.start > 0:
            starts["prev"] = max(0, page.start - page.size)
        if page.start < last:
            starts["next"] = page.start + page.size
        places = {name: self._page_address(start, page.size) for name, start in starts.items()}
        return {"@id": self._page_address(page.start, page.size), **places}
