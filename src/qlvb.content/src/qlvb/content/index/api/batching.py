"""plone.restapi's batch envelope around pages of the index: the links to the pages beside it carry the cursors that
find them at once.
"""

from qlvb.content.index.filters import batch_violation
from qlvb.content.violations import Refused
from urllib.parse import urlencode


#: Parameters that say which page, beside what the list is.
PARAMETERS = ("b_start", "b_size", "after")
SIZE = 25


class Batch:
    """Which page a request asks for; ``address`` is that of the service.

    :raises Refused: 400 when position or size are no numbers.
    """

    def __init__(self, request, address):
        self.request = request
        self.address = address
        self.start = self._number("b_start", 0)
        self.size = self._number("b_size", SIZE)
        self.after = request.form.get("after") or None

    def _number(self, name, default):
        value = self.request.form.get(name, default)
        if isinstance(value, int):
            return value
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 20:
            return int(value)
        raise Refused(batch_violation(name))

    def url(self, start, after=None):
        """Address of the page at ``start``, found by the cursor ``after`` where there is one."""
        kept = [(name, value) for name, value in self.request.form.items() if name not in PARAMETERS]
        place = [("b_start", start), ("b_size", self.size), *([("after", after)] if after else [])]
        return f"{self.address}?{urlencode([*kept, *place], doseq=True)}"

    def envelope(self, page, items):
        """dict around ``items``; ``page`` has ``total``, ``next``, ``previous``."""
        result = {"@id": self.url(self.start, self.after), "items": items, "items_total": page.total}
        if page.total > self.size:
            result["batching"] = self._links(page)
        return result

    def _links(self, page):
        last = (max(page.total, 1) - 1) // self.size * self.size
        links = {"@id": self.url(self.start, self.after), "first": self.url(0), "last": self.url(last)}
        if page.previous or self.start > 0:
            links["prev"] = self.url(max(0, self.start - self.size), page.previous)
        if page.next or (not self.after and self.start < last):
            links["next"] = self.url(self.start + self.size, page.next)
        return links
