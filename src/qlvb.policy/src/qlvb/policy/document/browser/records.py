"""Other records that a screen names: found by UID, shown only to those who may view them."""

from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.lookup import find_record as record_by_uid
from qlvb.content.lookup import may_view
from qlvb.content.lookup import visible_record
from zope.component import getUtility


__all__ = ["dossiers_of", "may_view", "record_by_uid", "visible_record"]


def dossiers_of(record):
    """Dossiers that reference the record, whoever asks: list of objects."""
    return getUtility(IDossierFinder).dossiers_of(record)
