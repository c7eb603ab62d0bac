"""What is asked of the full-text index, as a tree, and how each database writes it. Pure functions.

A leaf is a token (str). Tokens hold letters, digits, ``_`` and ``:`` only, whatever was typed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Begins:
    """Any token that begins so."""

    token: str


@dataclass(frozen=True)
class All:
    """Every one of ``parts``."""

    parts: tuple


@dataclass(frozen=True)
class Any:
    """One of ``parts`` at least."""

    parts: tuple


@dataclass(frozen=True)
class Without:
    """``part`` and none of ``unwanted``."""

    part: object
    unwanted: tuple


def all_of(*parts):
    """Tree for all of ``parts``; None among them is passed over, None when nothing is left."""
    return _joined(All, parts)


def any_of(*parts):
    """Tree for any of ``parts``; None among them is passed over, None when nothing is left."""
    return _joined(Any, parts)


def _joined(kind, parts):
    flat = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else [part]
    flat = tuple(dict.fromkeys(part for part in flat if part is not None))
    if len(flat) < 2:
        return flat[0] if flat else None
    return kind(flat)


def is_rare(tree):
    """bool: it has several words, so there are hardly many hits.

    >>> is_rare(all_of("ke", "hoach", "nam")), is_rare(all_of("ke", "hoach"))
    (True, False)
    """
    return isinstance(tree, All) and len(tree.parts) > 2


def without_implied(tree):
    """``tree`` without the words that its own pairs and subject words imply: a long question names each word four times
    otherwise, and every one of them is read through.

    >>> without_implied(all_of("s:ke_hoach", "ke", "hoach", "nam")).parts
    ('s:ke_hoach', 'nam')
    """
    if not isinstance(tree, All):
        return tree
    leaves = [part for part in tree.parts if isinstance(part, str)]
    said = {word for leaf in leaves if ":" in leaf or "_" in leaf for word in leaf.removeprefix("s:").split("_")}
    return all_of(*(part for part in tree.parts if not isinstance(part, str) or part not in said))


def as_fts5(tree):
    """The words of SQLite's FTS5.

    >>> as_fts5(Without(all_of("a", any_of("b", Begins("c"))), ("d",)))
    '(("a" AND ("b" OR "c" *)) NOT "d")'
    """
    if isinstance(tree, str):
        return f'"{tree}"'
    if isinstance(tree, Begins):
        return f'"{tree.token}" *'
    if isinstance(tree, Without):
        unwanted = " OR ".join(map(as_fts5, tree.unwanted))
        return f"({as_fts5(tree.part)} NOT {unwanted if len(tree.unwanted) == 1 else f'({unwanted})'})"
    return f"({(' AND ' if isinstance(tree, All) else ' OR ').join(map(as_fts5, tree.parts))})"


def as_tsquery(tree):
    """The text of a PostgreSQL ``tsquery``.

    >>> as_tsquery(Without(all_of("a", any_of("b", Begins("c"))), ("d",)))
    "(('a' & ('b' | 'c':*)) & !'d')"
    """
    if isinstance(tree, str):
        return f"'{tree}'"
    if isinstance(tree, Begins):
        return f"'{tree.token}':*"
    if isinstance(tree, Without):
        return f"({' & '.join([as_tsquery(tree.part), *(f'!{as_tsquery(part)}' for part in tree.unwanted)])})"
    return f"({(' & ' if isinstance(tree, All) else ' | ').join(map(as_tsquery, tree.parts))})"
