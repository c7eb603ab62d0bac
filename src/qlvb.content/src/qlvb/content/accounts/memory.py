"""What the site remembers of accounts: passwords that were given, suspensions. One small object per account."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.accounts"
_KEEPER = ""  # keeps the tree from ever being empty: inserts into an empty bucket cannot be merged


class Remembered(Persistent):
    """``issued``: when somebody else gave the password (aware datetime), None once the person has changed it;
    ``changed``: when the person set the present password, None for never since this is kept; ``suspension``: Suspension
    or None; ``resumed``: from when use counts anew (a suspension ended, not using it was explained), or None; ``used``:
    day of an act on a record, to the week; ``warned``: day on which the owner was told that it will be suspended;
    ``past``: salted hashes of the passwords it has had, the present one first; ``entries``: IIBTree of day (ordinal) ->
    how often it signed in, None before the first time; ``attempts``: its latest ``SignIn`` (qlvb.content.safety), the
    oldest first.
    """

    issued = None
    changed = None
    suspension = None
    resumed = None
    used = None
    warned = None
    past = ()
    entries = None
    attempts = ()


def remembered(userid):
    """Remembered of the account, or None."""
    stored = IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)
    return stored.get(userid) if stored is not None and userid else None


def to_remember(userid):
    """Remembered of the account, made when it is missing."""
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = OOBTree({_KEEPER: None})
    if userid not in annotations[ANNOTATION]:
        annotations[ANNOTATION][userid] = Remembered()
    return annotations[ANNOTATION][userid]
