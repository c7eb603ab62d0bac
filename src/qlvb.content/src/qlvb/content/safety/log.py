"""Where the log is kept: a tree for each kind, so that a flood of one kind drives nothing of the other out."""

from BTrees.OOBTree import OOBTree
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import clock
from qlvb.content.safety.interfaces import KINDS
from qlvb.content.safety.interfaces import ISafetyLog
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.content.safety"
_FIRST = ""  # keeps a tree from ever being empty: inserts into an empty bucket cannot be merged
YEAR = timedelta(days=366)
KEPT = 5000
#: So many old events one new one takes away at most: nobody waits for a long tidying.
_TIDIED = 20


@implementer(ISafetyLog)
class SafetyLog:
    """See ISafetyLog."""

    def note(self, event):
        annotations = IAnnotations(getUtility(IPloneSiteRoot))
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree({kind: OOBTree({_FIRST: None}) for kind in KINDS})
        tree = annotations[ANNOTATION][event.kind]
        tree[f"{_key(event.when)}/{token_hex(4)}"] = event
        _tidy(tree, event.when)

    def listed(self, kind, since=None, unseen=False):
        found = [
            replace(event, key=key) for tree in self._trees(kind) for key, event in tree.items(_from(since))
        ]
        return [event for event in reversed(found) if not unseen or event.seen is None]

    def count(self, kind, since, unseen=False):
        if unseen:
            return sum(event.seen is None for tree in self._trees(kind) for event in tree.values(_from(since)))
        return sum(len(tree.keys(_from(since))) for tree in self._trees(kind))

    def mark(self, kind, keys, by):
        marked = 0
        for tree in self._trees(kind):
            for key in dict.fromkeys(keys):
                event = tree.get(key) if key else None
                if event is not None and event.seen is None:
                    tree[key] = replace(event, seen=clock.now(), seen_by=by)
                    marked += 1
        return marked

    def _trees(self, kind):
        stored = IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)
        return [stored[kind]] if stored is not None else []


def _key(when):
    """Sorts by the moment, in whatever zone it is said."""
    return f"{when.timestamp():017.6f}"


def _from(since: datetime | None):
    return _key(since) if since is not None else "0"


def _tidy(tree, now):
    """What is older than a year goes, and the oldest of more than KEPT."""
    keys = list(tree.keys("0", _key(now - YEAR)))[:_TIDIED]
    surplus = len(tree) - 1 - KEPT
    if not keys and surplus > 0:
        keys = list(tree.keys("0"))[: min(surplus, _TIDIED)]
    for key in keys:
        del tree[key]
