"""How a person has arranged the tiles of the home page: which are hidden, in which order the rest stand.

Only ids are kept. Tiles that the person has never seen (a new release, a new function) stand where the product puts
them, so that no work vanishes (Nghị định 30/2020/NĐ-CP, Phụ lục VI: every task is shown to whom it concerns).
"""

from qlvb.content import _
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


MAX_TILES = 200
MAX_ID = 120


def arrangement_of(userid):
    """(order, hidden): tuples of tile ids; both empty for somebody who has arranged nothing."""
    desk = getUtility(IDesks).get(userid) if userid else None
    return desk.tiles if desk is not None and desk.tiles else ((), ())


def keep_arrangement(userid, order, hidden):
    """Keep the order (list of ids) and what is hidden (list of ids); two empty lists go back to the product's own.

    :raises Refused: 400 what was sent are no lists of ids.
    """
    for name, ids in (("order", order), ("hidden", hidden)):
        fits = isinstance(ids, (list, tuple)) and all(isinstance(one, str) and 0 < len(one) <= MAX_ID for one in ids)
        if not fits or len(ids) > MAX_TILES:
            text = _("violation_tiles_shape", default="“${name}” phải là một danh sách mã ô.", mapping={"name": name})
            raise Refused(Violation(name, "tiles_wrong", text))
    kept = (tuple(dict.fromkeys(order)), tuple(dict.fromkeys(hidden)))
    desks = getUtility(IDesks)
    desk = desks.get(userid) if kept == ((), ()) else desks.open(userid)
    if desk is not None and (desk.tiles or ((), ())) != kept:
        desk.tiles = kept if kept != ((), ()) else None
    return kept


def arranged(ids, order, hidden=()):
    """``ids`` (in the product's order) in the person's: known ones in his order, new ones after the neighbour that
    they follow in the product's order; hidden ones left out. Pure.

    >>> arranged(["a", "b", "c", "d"], ["c", "a", "d"])
    ['c', 'a', 'b', 'd']
    >>> arranged(["new", "a", "b"], ["b", "a"], ["a"])
    ['new', 'b']
    """
    known = [one for one in order if one in ids]
    result = known
    for place, one in enumerate(ids):
        if one not in known:
            before = ids[place - 1] if place else None
            at = result.index(before) + 1 if before in result else 0
            result = [*result[:at], one, *result[at:]]
    return [one for one in result if one not in hidden]
