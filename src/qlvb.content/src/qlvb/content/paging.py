"""Lists on screens that are shown page by page."""

from functools import cached_property
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import find_record
from urllib.parse import urlencode
from zope.component import getUtility


#: Digits of a first row that are believed.
_DIGITS = 8


def start_of(request):
    """int: the row with which the page begins that the address asks for (``b_start``); 0 for what is no number."""
    asked = str(request.form.get("b_start", ""))
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= _DIGITS else 0


class Paged:
    """Mixed into a view with a list. It gives ``total``, the rows of the whole list."""

    page_size = 50

    @cached_property
    def start(self):
        """int: the row with which the page begins, from 0."""
        return start_of(self.request)

    @property
    def list_url(self):
        """str: address of the list."""
        return self.context.absolute_url()

    def asked(self):
        """dict: what addresses of pages say beside their first row."""
        return {}

    def steps(self):
        """Addresses of the pages (before, after), None for none."""
        after = self.start + self.page_size
        return (
            self.page_url(max(self.start - self.page_size, 0)) if self.start else None,
            self.page_url(after) if after < self.total else None,
        )

    def page_url(self, start):
        """str: address of the page that begins with that row."""
        query = urlencode({name: value for name, value in {**self.asked(), "b_start": start}.items() if value})
        return f"{self.list_url}?{query}" if query else self.list_url


class PagedRows(Paged):
    """The same where all rows are at hand: it gives ``listed()``, the list of them."""

    @cached_property
    def _whole(self):
        return self.listed()

    @property
    def total(self):
        """See Paged."""
        return len(self._whole)

    @property
    def batch(self):
        """The rows of the page: list."""
        return self._whole[self.start : self.start + self.page_size]


class PagedList(Paged):
    """The same of a list of the records index: it gives ``question``, a Question."""

    @cached_property
    def page(self):
        """The rows of the page, as IListing gives them."""
        return getUtility(IListing).page(self.question, self.start, self.page_size)

    @property
    def total(self):
        """See Paged."""
        return self.page.total

    @property
    def records(self):
        """The records of the page, without those that have gone meanwhile: list."""
        found = (find_record(row.uid) for row in self.page.rows)
        return [record for record in found if record is not None]
