"""Saved searches as tiles with their numbers."""

from qlvb.content.desks.addresses import address_of
from qlvb.content.desks.interfaces import ISavedSearches
from qlvb.content.desks.rules import question_of
from qlvb.content.index.tallies import tally
from zope.component import getUtility


def tiles_of(shell, pinned_only=True):
    """The saved searches as tiles: list of dict title, count, url, owner."""
    if not shell.userid:
        return []
    found = [search for search in getUtility(ISavedSearches).all(shell.userid) if search.pinned or not pinned_only]
    counts = tally([question_of(search, shell.scope) for search in found])
    return [
        {"title": search.name, "count": count, "url": address_of(shell.portal_url, search), "owner": search.owner}
        for search, count in zip(found, counts, strict=True)
    ]
