"""Upgrade steps of accounts."""

from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import clock
from qlvb.content.accounts.settings import ANNOTATION
from qlvb.content.accounts.settings import COUNTED_FROM
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


def passwords_count_from_today(tool):
    """Nobody finds himself locked out on the day of the upgrade: passwords that are there count as set today."""
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = PersistentMapping()
    annotations[ANNOTATION].setdefault(COUNTED_FROM, clock.today())
