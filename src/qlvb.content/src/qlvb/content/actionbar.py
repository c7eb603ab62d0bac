"""The bar of what can be done on a screen: one primary button, the next likely ones, the rest in a menu.

Every screen of a record draws its buttons by the macro ``actionbar`` of the shell, which asks :func:`arranged`.
The order is that in which the screen names its buttons; folding some of them away never changes it.
"""

from dataclasses import dataclass
from dataclasses import field


#: Most buttons in sight on a wide window, without the menu and without "Trở về". A narrow one shows as many as fit.
ROOM = 5
#: What ``stays`` of a button may be. People look for 2 and 3 in the bar: in sight whenever they can be pressed, however
#: many there are. 0 is in sight, too, takes no room from others and is the first to go; then go 1, 2 and 3.
STAYS = range(4)
LOOKS = {"primary": "btn-primary", "danger": "btn-outline-danger"}


@dataclass(frozen=True)
class BarLink:
    """A button; ``why`` is "" when it can be pressed, else the reason why not, in the reader's language."""

    id: str
    title: str
    url: str
    emphasis: str = "normal"  # normal, primary, danger
    description: str = ""
    why: str = ""
    data: dict = field(default_factory=dict)  # further attributes of the markup
    narrow: bool = False  # stands on narrow windows only, beside the others
    stays: int = 1  # how long it stays in sight where room is short, see STAYS

    children = ()

    @property
    def possible(self):
        return not self.why

    @property
    def look(self):
        """CSS class of the button where it is not the primary one of its bar."""
        return "btn-outline-danger" if self.possible and self.emphasis == "danger" else "btn-outline-secondary"


@dataclass(frozen=True)
class BarMenu:
    """Several ways of doing one thing, such as "Gửi văn bản ▾"."""

    id: str
    title: str
    children: tuple  # of BarLink

    emphasis = "primary"
    possible = True
    narrow = False
    stays = 1


@dataclass(frozen=True)
class Arranged:
    """What a bar shows: buttons in sight, those in the menu, and the one of them that is primary (or None)."""

    shown: list
    folded: list
    primary: object


def arranged(buttons, room=ROOM):
    """Arranged: ``buttons`` (BarLink, BarMenu) in their order, ``room`` of them in sight.

    Those to be kept in sight take their room from the others. The primary one is the first that can be done. Where
    none can, the first that would be stays in sight, greyed: its reason is what one wants to know. Other impossible
    ones lie in the menu, where their reasons can be read. One button alone is no menu.
    """
    primaries = [one for one in buttons if one.emphasis == "primary" and not one.narrow]
    lead = next((one for one in primaries if one.possible), primaries[0] if primaries else None)
    kept = [one for one in buttons if one.stays != 1 and one.possible and one is not lead]
    left = room - (lead is not None) - sum(one.stays > 0 for one in kept)
    shown, folded = [], []
    for one in buttons:
        if one.narrow or one is lead or one in kept:
            shown.append(one)
        elif one.possible and left > 0:
            shown.append(one)
            left -= 1
        else:
            folded.append(one)
    if len(folded) == 1:
        shown, folded = list(buttons), []
    return Arranged(shown, folded, lead if lead is not None and lead.possible else None)
