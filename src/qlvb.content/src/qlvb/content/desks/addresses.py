"""The page of a saved search."""

from qlvb.content.desks.interfaces import EVERYWHERE
from urllib.parse import urlencode


def address_of(portal_url, search):
    """Address of the list that a saved search stands for, narrowed and sorted."""
    filters = dict(search.filters)
    if search.where == EVERYWHERE:
        page = "@@qlvb-search"
        pairs = {"q": filters.pop("text", ""), **filters}
    else:
        page = "@@worklist"
        pairs = {"box": search.where, **filters}
    pairs = {name: value for name, value in {**pairs, "sort_on": search.sort}.items() if value not in (None, "", [])}
    return f"{portal_url}/{page}?{urlencode(pairs, doseq=True)}"
