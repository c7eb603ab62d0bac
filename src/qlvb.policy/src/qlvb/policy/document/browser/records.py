"""Other records that a screen names: found by UID, shown only to those who may view them."""

from AccessControl import getSecurityManager
from plone.app.uuid.utils import uuidToObject
from qlvb.content.dossiers.interfaces import IDossierFinder
from zope.component import getUtility


def record_by_uid(uid):
    """The object, whoever asks, or None: for facts of the record at hand (its register, its dossier's code)."""
    return uuidToObject(uid, unrestricted=True) if uid else None


def may_view(record):
    """bool: the current user may view it."""
    return bool(getSecurityManager().checkPermission("View", record))


def visible_record(uid):
    """The object when the current user may view it, else None."""
    record = record_by_uid(uid)
    return record if record is not None and may_view(record) else None


def dossiers_of(record):
    """Dossiers that reference the record, whoever asks: list of objects."""
    return getUtility(IDossierFinder).dossiers_of(record)
