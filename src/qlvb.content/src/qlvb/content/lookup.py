"""Records by their UID, with or without the rights of the person who looks."""

from AccessControl import getSecurityManager
from plone import api


def find_record(uid):
    """The record with this UID whatever the rights, or None (deleted, or never one)."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    return brains[0]._unrestrictedGetObject() if brains else None


def may_view(record):
    """bool: the current user may see the record."""
    return bool(getSecurityManager().checkPermission("View", record))


def visible_record(uid):
    """The record when the current user may see it, or None."""
    record = find_record(uid)
    return record if record is not None and may_view(record) else None
