"""Filters by what a person has marked for himself: they ask his desk, whoever he is."""

from AccessControl import getSecurityManager
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.index.tables import records
from sqlalchemy import not_
from zope.component import getUtility


LONGEST = 200
YES, NO = ("1", "true", True), ("0", "false", False)


def _me():
    return getSecurityManager().getUser().getId() or ""


def starred(value):
    """The clause for those with (``1``) or without (``0``) a star; None for another value."""
    return _among(value, "starred")


def followed(value):
    """The clause for those that he follows (``1``) or not (``0``); None for another value."""
    return _among(value, "followed")


def _among(value, name):
    if value not in (*YES, *NO):
        return None
    found = records.c.uid.in_(sorted(getattr(getUtility(IMarks), name)(_me())))
    return found if value in YES else not_(found)


def noted(value):
    """The clause for those whose note has these words; ``*`` for any note."""
    if not isinstance(value, str) or len(value) > LONGEST or "\0" in value:
        return None
    return records.c.uid.in_(sorted(getUtility(IMarks).noted(_me(), "" if value == "*" else value)))


OWN_MARKS = {"starred": starred, "followed": followed, "noted": noted}
