"""What a menu is made of, and the sets of functions that its entries are for."""

from dataclasses import dataclass


EVERYBODY = frozenset(
    {"member", "leader", "unit_leader", "appraiser", "specialist", "clerk", "archivist", "agency_admin"}
)
READERS = frozenset({"member", "leader", "unit_leader", "appraiser", "specialist", "clerk"})
CLERKS = frozenset({"clerk"})
LEADERS = frozenset({"leader", "unit_leader", "appraiser"})


@dataclass(frozen=True)
class Place:
    """An entry of the left panel: a ``box`` with its count, or a ``path`` of the site (``{agency}`` is filled in)."""

    functions: frozenset
    title: str = ""  # a box brings its own
    box: str = ""
    path: str = ""
    without: frozenset = frozenset()  # functions of people who have it elsewhere, or in other words
    group: str = ""  # title under which it stands with its neighbours inside the section
    today: str = ""  # box whose count is said beside the title: "(trong ngày có n vb)"

    @property
    def is_form(self):
        """bool: it makes something new, so it is no landing place of its section."""
        return "@@add-" in self.path or self.path.endswith("@@schedule-entry")


@dataclass(frozen=True)
class Section:
    """An entry of the top menu with its places in the left panel."""

    id: str
    title: str
    icon: str
    places: tuple
    folds: bool = False  # its groups are folded, but for the one where one is; a group of one entry is that entry


def boxes(functions, *names, without=frozenset(), group=""):
    """Places of boxes that are for the same people: tuple of Place."""
    return tuple(Place(functions, box=name, without=without, group=group) for name in names)
