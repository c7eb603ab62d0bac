"""Records by their UID, with or without the rights of the person who looks."""

from AccessControl import getSecurityManager
from plone import api
from plone.app.uuid.utils import uuidToPhysicalPath
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


#: Under this key a request remembers where records were found: UID -> path.
_FOUND = "qlvb.content.lookup"


def find_record(uid):
    """The record with this UID whatever the rights, or None (deleted, or never one).

    One page asks for the same few records many times (the dossiers of a document, once for every act): the catalogue
    is asked once in a request.
    """
    if not uid:
        return None
    found = IAnnotations(getRequest(), {}).setdefault(_FOUND, {})
    record = _at(found[uid], uid) if uid in found else None
    if record is None and (path := uuidToPhysicalPath(uid)):
        record = _at(path, uid)
        if record is not None:
            found[uid] = path
    return record


def _at(path, uid):
    record = api.portal.get().unrestrictedTraverse(path, None)
    return record if record is not None and IUUID(record, None) == uid else None


def may_view(record):
    """bool: the current user may see the record."""
    return bool(getSecurityManager().checkPermission("View", record))


def visible_record(uid):
    """The record when the current user may see it, or None."""
    record = find_record(uid)
    return record if record is not None and may_view(record) else None


def object_at(path):
    """The object at a path below the site, whatever the rights, or None."""
    return api.portal.get().unrestrictedTraverse(path.lstrip("/"), None)
