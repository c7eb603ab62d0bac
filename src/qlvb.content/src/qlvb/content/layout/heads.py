"""The head of an agency's own paper, as the site knows the agency."""

from qlvb.content.layout.data import Layout
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def under_head(agency, **values):
    """A Layout headed by an AgencyInfo: names, symbol, place. ``values``: its other fields, or any of these anew."""
    parent = getUtility(IDirectory).agency(agency.parent) if agency.parent else None
    head = {
        "agency": agency.title,
        "parent": parent.title if parent is not None else "",
        "symbol": agency.symbol,
        "place": agency.place,
    }
    return Layout(**{**head, **values})
