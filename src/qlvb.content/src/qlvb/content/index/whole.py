"""A list as a whole, where a rule needs every row that a person may view; screens show pages."""

from qlvb.content.index.filters import MAX_SIZE
from qlvb.content.index.interfaces import IListing
from zope.component import getUtility


def every_row(question):
    """Every Row that answers a :class:`~qlvb.content.index.question.Question`, page after page: iterable."""
    listing = getUtility(IListing)
    page = listing.page(question, 0, MAX_SIZE)
    yield from page.rows
    while page.next:
        page = listing.page(question, 0, MAX_SIZE, page.next)
        yield from page.rows
