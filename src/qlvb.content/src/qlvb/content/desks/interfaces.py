"""Desks: what a person keeps. An agency and a department have one too, for what is kept for everybody there.

NĐ 30/2020 Phụ lục VI: choose the fields of results (mục 6đ), save searches and use them again (6e).
"""

from dataclasses import dataclass
from zope.interface import Attribute
from zope.interface import Interface


#: ``SavedSearch.where`` of a search over everything; else the id of a box.
EVERYWHERE = "search"


class IDesk(Interface):
    """A persistent object per owner, so that two people never write the same one."""

    owner = Attribute("userid, agency id (skhcn) or agency and department (skhcn.cntt)")
    searches = Attribute("BTree id -> SavedSearch")
    columns = Attribute("mapping: id of a list -> tuple of column ids")


class IDesks(Interface):
    """Utility: the desks of the site. Nothing here checks rights."""

    def get(owner):
        """IDesk, or None: most people have none yet."""

    def open(owner):
        """IDesk, made when there is none."""


@dataclass(frozen=True)
class Unit:
    """A unit for which searches are kept: ``id`` is that of an agency or ``<agency>.<department>``."""

    id: str
    title: str
    may_share: bool


class ISavedSearches(Interface):
    """Utility: searches and filtered lists that people have given a name."""

    def all(userid):
        """Those of the person, then those of his units, each in order of age: list of SavedSearch."""

    def get(search_id, userid):
        """The SavedSearch. :raises Refused: 404 there is none that the person may use."""

    def add(userid, values, key=""):
        """(SavedSearch, bool: it is new). ``values``: dict ``name``, ``list``, ``filters``, ``sort``, ``pinned``,
        ``owner``. ``key`` makes a repeated request give the first one's search.

        :raises Refused: 400 with every mistake, 403 the unit's searches are not the person's to keep.
        """

    def change(search_id, userid, values):
        """Change ``name``, ``pinned``, or with ``removed`` False bring back what was removed. Returns SavedSearch.

        :raises Refused: 400, 403, 404.
        """

    def remove(search_id, userid):
        """Take it off the desk; it can be brought back for 30 days. :raises Refused: 403, 404."""
