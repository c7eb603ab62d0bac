"""Who sees what of the menus: pure functions."""

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
