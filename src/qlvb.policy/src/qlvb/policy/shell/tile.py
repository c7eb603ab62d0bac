"""What a wall of tiles is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A part of what a tile counts, with a number and a list of its own: ``filters`` as of :class:`Tile`."""

    title: str
    filters: tuple


@dataclass(frozen=True)
class Tile:
    """A number with words: what ``box`` counts, narrowed by ``filters``; ``look`` late is red, soon amber. ``fact``:
    name of the ITileFact that counts it where no box does. ``parts``: what the number is made of, every record in one.
    """

    box: str
    title: str
    look: str = ""
    filters: tuple = ()
    fact: str = ""
    parts: tuple = ()

    @property
    def id(self):
        """str: what a person's arrangement calls it, the same in every release."""
        narrowed = (f"{name}={'+'.join(_values(value))}" for name, value in self.filters)
        return "/".join((self.box or self.fact, *narrowed))


def _values(value):
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True)
class TileGroup:
    """Tiles under one heading."""

    id: str
    title: str
    tiles: tuple
