"""The secret in the address of a person's calendar. Only its digest is kept, so whoever reads the database has none."""

from hashlib import sha256
from hmac import compare_digest
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from secrets import token_urlsafe
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.calendar_token"


def make(userid):
    """A new token (str); the one before is void. It can be shown this once."""
    secret = token_urlsafe(32)
    desk = getUtility(IDesks).open(userid)
    IAnnotations(desk)[ANNOTATION] = {"digest": _digest(secret), "created": clock.now()}
    return f"{userid}.{secret}"


def revoke(userid):
    """Make the person's token void; returns whether there was one."""
    desk = getUtility(IDesks).get(userid)
    return desk is not None and IAnnotations(desk).pop(ANNOTATION, None) is not None


def created(userid):
    """When the person's token was made (aware datetime), or None."""
    desk = getUtility(IDesks).get(userid)
    kept = IAnnotations(desk).get(ANNOTATION) if desk is not None else None
    return kept["created"] if kept else None


def owner(token):
    """userid of whom the token belongs to, or None. Takes as long for a wrong secret as for a right one."""
    userid, _dot, secret = token.rpartition(".")
    desk = getUtility(IDesks).get(userid) if userid else None
    kept = IAnnotations(desk).get(ANNOTATION) if desk is not None else None
    digest = kept["digest"] if kept else _digest("")
    return userid if compare_digest(digest, _digest(secret)) and kept else None


def _digest(secret):
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
