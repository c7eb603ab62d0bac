"""From a question (:class:`Asked`) to trees for the full-text index: what a hit must have, and tiers of better hits.
Pure.
"""

from itertools import combinations
from qlvb.content.index.fulltext.expressions import Begins
from qlvb.content.index.fulltext.expressions import Without
from qlvb.content.index.fulltext.expressions import all_of
from qlvb.content.index.fulltext.expressions import any_of
from qlvb.content.index.fulltext.expressions import without_implied
from qlvb.content.index.fulltext.tokens import scope_token
from qlvb.content.index.words import pairs


#: In "ngày 15 tháng 3 năm 2026" only the numbers are demanded of a text.
_DATE_WORDS = frozenset(("ngay", "mung", "thang", "nam"))


def scoped(tree, scopes):
    """``tree`` within the agencies ``scopes`` (None: all)."""
    return tree if scopes is None or tree is None else all_of(any_of(*map(scope_token, sorted(scopes))), tree)


def hits(asked):
    """What every hit has."""
    return _without_excluded(asked, _demanded(asked))


def own_number(asked):
    """Records whose own number is the one asked for, whatever else is; None when no number is."""
    numbers = any_of(*(f"r:{key}" for key in asked.references), *map(_beginning, asked.beginnings))
    return _without_excluded(asked, numbers)


def _beginning(key):
    # "123" alone would begin too much.
    return f"r:{key}" if key.isdigit() else Begins(f"r:{key}")


def tiers(asked):
    """Better hits first, each a subset of :func:`hits`: list of (closeness, tree); see :func:`ranking.ranked`.

    The number asked for; the phrase in the subject as it was typed, and folded; the words in the subject, likewise;
    then the phrase and the words anywhere.
    """
    words = _demanded_words(asked)
    phrase = pairs(asked.words)
    folded_pairs = [f"{one.folded}_{two.folded}" for one, two in phrase]
    exact_words = all_of(*(word.exact for word in words if word.accented))
    found = [(0.0, own_number(asked))]
    if phrase and asked.accented:
        found.append((1.0, all_of(*(f"s:{one.exact}_{two.exact}" for one, two in phrase))))
    if phrase:
        found.append((1.0, all_of(*(f"s:{pair}" for pair in folded_pairs))))
    if asked.accented:
        found.append((0.0, all_of(*(f"s:{word.exact}" for word in words))))
    found.append((0.0, all_of(*(f"s:{word.folded}" for word in words))))
    if phrase and exact_words is not None:
        found.append((1.0, all_of(*folded_pairs, exact_words)))
    found += _together(folded_pairs)
    if exact_words is not None:
        found.append((0.0, exact_words))
    return _within_demanded(asked, found)


def together(asked):
    """The tiers of hits in which the question stands together, wholly or in half, wherever that is."""
    return _within_demanded(asked, _together([f"{one.folded}_{two.folded}" for one, two in pairs(asked.words)]))


def _together(folded_pairs):
    found = [(1.0, all_of(*folded_pairs))] if folded_pairs else []
    if len(folded_pairs) > 2:
        # Syllables two by two: a long question seldom stands in a row, its words of two syllables do.
        found += [(0.5, all_of(*folded_pairs[::2])), (0.5, all_of(*folded_pairs[1::2]))]
    return found


def _within_demanded(asked, found):
    demanded = _demanded(asked)
    return [
        (close, _without_excluded(asked, without_implied(all_of(tree, demanded))))
        for close, tree in dict.fromkeys(found)
        if tree is not None
    ]


def all_but_some(asked, missing):
    """What has all words but ``missing`` of them; None when too few would be left."""
    parts = [_of_item(item) for item in asked.items if not item.optional]
    if len(parts) - missing < max(2, len(parts) // 2) or len(parts) > 14:
        return None
    kept = [all_of(*some) for some in combinations(parts, len(parts) - missing)]
    return _without_excluded(asked, any_of(*kept))


def _demanded(asked):
    return all_of(*(_of_item(item) for item in asked.items if not item.optional))


def _demanded_words(asked):
    return [word for item in asked.items if not item.optional for word in item.words]


def _of_item(item):
    folded = [word.folded for word in item.words]
    if item.kind == "phrase":
        return all_of(*map("_".join, pairs(folded)))
    if item.kind == "date":
        return any_of(*item.tokens, all_of(*(word for word in folded if word not in _DATE_WORDS)))
    if item.kind == "reference":
        return any_of(*map(_beginning, item.tokens), *item.tokens, all_of(*folded))
    return any_of(*folded, *item.tokens)


def _without_excluded(asked, tree):
    unwanted = tuple(_of_item(item) for item in asked.excluded)
    return Without(tree, unwanted) if unwanted and tree is not None else tree
