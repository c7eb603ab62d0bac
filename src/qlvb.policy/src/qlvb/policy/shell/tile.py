"""What a wall of tiles is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """A number with words: what ``box`` counts, narrowed by ``filters``; ``look`` late is red, soon amber."""

    box: str
    title: str
    look: str = ""
    filters: tuple = ()

    @property
    def id(self):
        """str: what a person's arrangement calls it, the same in every release."""
        return "/".join((self.box, *(f"{name}={'+'.join(_values(value))}" for name, value in self.filters)))


def _values(value):
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True)
class TileGroup:
    """Tiles under one heading."""

    id: str
    title: str
    tiles: tuple
