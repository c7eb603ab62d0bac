"""Bars as inline SVG, drawn on the server. The same numbers stand in tables, so screen readers pass them over."""

from dataclasses import dataclass


#: Width of a whole bar, in units of the drawing.
BAR = 400
COLOURS = {
    "good": "var(--q-green)",
    "warn": "#c98a1b",
    "info": "var(--q-blue)",
    "bad": "var(--q-red)",
    "ended": "var(--q-line-2)",
    "undated": "var(--q-ink-3)",
}


@dataclass(frozen=True)
class Piece:
    """Part of a bar."""

    x: float
    width: float
    colour: str
    title: str
    url: str


def pieces(parts, most):
    """The Pieces of one bar; ``parts`` are (number, tone, title, url), ``most`` the number that a whole bar stands for.

    >>> bar = pieces([(1, "good", "a", ""), (0, "bad", "b", ""), (3, "info", "c", "")], 4)
    >>> [(piece.x, piece.width) for piece in bar]
    [(0, 100.0), (100.0, 300.0)]
    """
    found, x = [], 0
    for number, tone, title, url in parts:
        width = BAR * number / most if most else 0
        if width:
            found.append(Piece(x, width, COLOURS[tone], f"{title}: {number}", url))
        x += width
    return found
