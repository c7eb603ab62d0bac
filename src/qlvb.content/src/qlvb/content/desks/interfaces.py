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
    phrases = Attribute("BTree id -> Phrase; None on a desk that never had any")
    marks = Attribute("BTree UID -> Mark; None on a desk that never had any")
    tiles = Attribute("(order, hidden): tuples of ids of home page tiles; None for the product's arrangement")


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


class IPhrases(Interface):
    """Utility: sentences that people use again and again (mẫu ý kiến), their own and those of their units."""

    def all(userid):
        """The person's own, then those of his units, each in order of age: list of Phrase."""

    def add(userid, text, owner=""):
        """Keep a sentence; the same one again gives the one that is there. Returns Phrase.

        :raises Refused: 400 empty, too long, too many; 403 the unit's are not the person's to keep.
        """

    def remove(phrase_id, userid):
        """:raises Refused: 403, 404."""


class IMarks(Interface):
    """Utility: what a person notes on records for himself: a star, a note, that he follows what happens. Nobody else
    sees it; it stays his when he changes his post.
    """

    def of(userid, uid):
        """Mark of the record with this UID; an empty one where there is none."""

    def change(userid, uid, starred=None, note=None, followed=None):
        """Set what is not None; returns the Mark. :raises Refused: 400 note too long, too many marks."""

    def starred(userid):
        """UIDs with a star: frozenset of str."""

    def followed(userid):
        """UIDs of what the person follows: frozenset of str."""

    def followers(uid):
        """userids of those who follow the record: frozenset of str."""

    def noted(userid, text=""):
        """UIDs whose note has all words of ``text`` (accents not needed), or any note: frozenset of str."""
