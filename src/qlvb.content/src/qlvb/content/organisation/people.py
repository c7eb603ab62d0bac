"""What people are called."""

from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def name_of(userid):
    """str: the full name of a person; "" for nobody, the userid of somebody whom the directory does not know."""
    return getUtility(IDirectory).person(userid).fullname if userid else ""
