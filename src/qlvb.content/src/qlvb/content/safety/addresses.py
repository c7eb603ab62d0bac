"""Who failed to sign in from which address of the network, for as long as that says something (``signins.WITHIN``)."""

from BTrees.OOBTree import OOBTree
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content.kept import kept_under
from qlvb.content.safety.signins import WITHIN
from qlvb.content.safety.signins import failing_at
from qlvb.content.safety.signins import is_spread
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.content.safety.addresses"
#: So many forgotten addresses one failure takes away at most.
_TIDIED = 20
_FIRST = ""  # keeps the tree from ever being empty: inserts into an empty bucket cannot be merged


def note_at_address(address, userid, succeeded, when):
    """Remember an attempt; bool: it shows that passwords of many accounts are tried from there. Who gets in at the
    first try writes nothing.
    """
    site = getUtility(IPloneSiteRoot)
    before = IAnnotations(site).get(ANNOTATION, {}).get(address, ())
    if not address or (succeeded and not any(one[0] == userid for one in before)):
        return False
    tree = kept_under(site, ANNOTATION, lambda: OOBTree({_FIRST: ()}))
    alive = tuple(one for one in before if when - one[1] <= WITHIN)
    after = failing_at(before, userid, succeeded, when)
    if after:
        tree[address] = after
    else:
        del tree[address]
    _tidy(tree, when)
    return not succeeded and is_spread(alive, after)


def _tidy(tree, when):
    old = [address for address, kept in tree.items(_FIRST, excludemin=True) if when - kept[-1][1] > WITHIN]
    for address in old[:_TIDIED]:
        del tree[address]
