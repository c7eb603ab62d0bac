"""What the site remembers of accounts: passwords that were given, suspensions. One small object per account."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.accounts"


class Remembered(Persistent):
    """``issued``: when somebody else gave the password (aware datetime), None once the person has changed it;
    ``suspension``: Suspension or None; ``resumed``: when the last suspension ended, or None.
    """

    issued = None
    suspension = None
    resumed = None


def remembered(userid):
    """Remembered of the account, or None."""
    stored = IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)
    return stored.get(userid) if stored is not None and userid else None


def to_remember(userid):
    """Remembered of the account, made when it is missing."""
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = OOBTree()
    if userid not in annotations[ANNOTATION]:
        annotations[ANNOTATION][userid] = Remembered()
    return annotations[ANNOTATION][userid]
