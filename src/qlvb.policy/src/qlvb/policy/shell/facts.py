"""Tiles of administrators: numbers that no box of the records index counts, each with the page that lists them."""

from dataclasses import dataclass
from zope.component import getUtilitiesFor
from zope.interface import Attribute
from zope.interface import Interface


AFTER_WORK = 100


@dataclass(frozen=True)
class FactTile:
    """``value``: int, or str for a fact in words (a moment, a share); ``look`` late is red, soon amber; ``url``:
    address below the site.
    """

    id: str
    title: str
    value: object
    url: str
    look: str = ""


@dataclass(frozen=True)
class FactGroup:
    """Tiles under one heading."""

    id: str
    title: str
    tiles: tuple


class ITileFact(Interface):
    """Named utility: what a tile among those of work counts that no box counts."""

    def count(agency_id):
        """int; ``agency_id`` is the agency that the person works for, None for none."""

    def path(agency_id):
        """Address below the site of the page that lists exactly what was counted."""


class IFactTiles(Interface):
    """Named utility: groups of such tiles for people with certain functions."""

    functions = Attribute("set of functions, ``manager`` among them")
    order = Attribute("int: place among the groups; from AFTER_WORK on they stand behind the tiles of work")

    def groups(agency_id):
        """list of FactGroup; ``agency_id`` is the agency that the person works for, None for none."""


def fact_groups(functions, agency_id, after=None):
    """The groups for somebody with ``functions``: list of FactGroup, in order; ``after`` True or False: only those
    behind, before the tiles of work.
    """
    makers = [maker for _name, maker in getUtilitiesFor(IFactTiles) if maker.functions & functions]
    if after is not None:
        makers = [maker for maker in makers if (maker.order >= AFTER_WORK) is after]
    return [group for maker in sorted(makers, key=lambda maker: maker.order) for group in maker.groups(agency_id)]
