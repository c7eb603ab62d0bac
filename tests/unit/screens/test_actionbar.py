"""What of a bar of acts stands in sight, and what lies in its menu."""

import pytest
from qlvb.content.actionbar import BarLink
from qlvb.content.actionbar import BarMenu
from qlvb.content.actionbar import arranged


def button(said):
    """``ky!`` is primary, ``-huy`` dangerous, ``(gui)`` impossible, ``/xem`` for narrow windows only, ``+tra`` kept in sight,
    ``*xem`` kept, and taking no room from the others."""
    name = said.strip("!-()/+*")
    emphasis = "primary" if "!" in said else "danger" if "-" in said else "normal"
    return BarLink(name, name, f"/{name}", emphasis, why="chưa đến lượt" if "(" in said else "", narrow="/" in said, stays=3 if "+" in said else 0 if "*" in said else 1)


@pytest.mark.parametrize(
    "bar, shown, folded, primary",
    [
        ("", "", "", None),
        ("a b c", "a b c", "", None),
        ("a b c d e f", "a b c d e f", "", None),  # one alone is no menu
        ("a b c d e f g", "a b c d e", "f g", None),
        ("a b c d e f g!", "a b c d g", "e f", "g"),  # the primary one stays, at its place
        ("ky! a duyet! b c d e", "ky a duyet b c", "d e", "ky"),  # one primary, the first
        ("(ky!) a duyet! b c d e", "a duyet b c d", "ky e", "duyet"),
        ("(ky!) a b", "ky a b", "", None),  # none can be done: why the next step cannot is in sight
        ("(ky!) (x) (y) a b", "ky a b", "x y", None),
        ("a (x) b (y) -huy", "a b huy", "x y", None),
        ("+xem ky! +nhanh +chuyen +tra +y a b", "xem ky nhanh chuyen tra y", "a b", "ky"),  # all of the manual, however many
        ("ky! a b c +tra d e", "ky a b c tra", "d e", "ky"),
        ("*xem ky! *kiemtra a b c d e f", "xem ky kiemtra a b c d", "e f", "ky"),  # what only looks takes no room
        ("a b c d (+tra) e f", "a b c d e", "tra f", None),  # kept while it can be pressed
        ("/butphe! a b c d e f g", "butphe a b c d e", "f g", None),
    ],
)
def test_the_order_stays_and_the_rest_lies_in_the_menu(bar, shown, folded, primary):
    found = arranged([button(said) for said in bar.split()])
    assert [one.id for one in found.shown] == shown.split()
    assert [one.id for one in found.folded] == folded.split()
    assert (found.primary.id if found.primary else None) == primary


def test_a_menu_of_its_own_is_the_primary_button():
    send = BarMenu("send", "Gửi văn bản", (button("issue!"), button("dvc")))
    found = arranged([*map(button, "a b c d".split()), send])
    assert [one.id for one in found.shown] == ["a", "b", "c", "d", "send"] and found.primary is send


def test_a_dangerous_button_looks_so_only_while_it_can_be_pressed():
    assert button("-huy").look == "btn-outline-danger" and button("(-huy)").look == "btn-outline-secondary"
