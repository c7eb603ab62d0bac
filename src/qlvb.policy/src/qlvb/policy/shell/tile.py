"""What a wall of tiles is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """A number with words: what ``box`` counts, narrowed by ``filters``; ``look`` late is red, soon amber. ``fact``:
    name of the ITileFact that counts it where no box does.
    """

    box: str
    title: str
    look: str = ""
    filters: tuple = ()
    fact: str = ""

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
