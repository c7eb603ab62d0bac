"""Who sees what of the menus: pure functions."""

from itertools import groupby
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.sections import SECTIONS


def functions_of(group_ids, agency_id=None):
    """Functions that the groups give, in one agency or in any: set of str; groups of other makers are passed over.

    >>> sorted(functions_of(["skhcn.clerk", "snv.leader", "Reviewers"], "skhcn"))
    ['clerk']
    """
    found = set()
    for group in group_ids:
        agency, dot, rest = group.partition(".")
        if dot and agency_id in (None, agency):
            found.add(rest.rpartition(".")[2])
    return found & EVERYBODY


def agencies_of(group_ids):
    """Path ids of the agencies in which the groups give a function, in order of first mention: list of str."""
    found = {}
    for group in group_ids:
        agency, dot, rest = group.partition(".")
        if dot and rest.rpartition(".")[2] in EVERYBODY:
            found.setdefault(agency)
    return list(found)


def is_for(place, functions):
    """bool: the Place is for somebody with ``functions``."""
    return bool(place.functions & functions) and not place.without & functions


def places_for(functions):
    """The sections with the places that somebody with ``functions`` sees: list of (Section, tuple of Place)."""
    result = []
    for section in SECTIONS:
        places = tuple(place for place in section.places if is_for(place, functions))
        if places:
            result.append((section, places))
    return result


def group_of(box, functions):
    """Title of the group in which somebody with ``functions`` finds ``box`` (id) in the menu, "" for none."""
    found = (place.group for _section, places in places_for(functions) for place in places if place.box == box)
    return next(found, "")


def blocks_of(entries, folds):
    """The entries of a section by their groups: list of dict title ("" outside of groups), id, open, waits, entries.

    ``entries`` are dicts with ``group``, ``title``, ``count`` (None for what is not counted) and ``current``, in the
    order of the menu. Where a section ``folds``, a group is open only around the place where one is, says whether
    something lies in it (``waits``: a record may be in two of its lists, so their sum would count it twice), and is no
    group when one has but one of its entries: that one stands under the group's name.
    """
    blocks = []
    for title, members in groupby(entries, lambda entry: entry["group"]):
        inside = list(members)
        if title and folds and len(inside) == 1:
            title, inside = "", [{**inside[0], "title": title}]
        blocks.append(
            {
                "title": title,
                "id": str(title),
                "open": not folds or any(entry["current"] for entry in inside),
                "waits": bool(title and folds and any(entry["count"] for entry in inside)),
                "entries": inside,
            }
        )
    return blocks
