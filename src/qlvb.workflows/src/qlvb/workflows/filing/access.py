"""Which dossiers a person may work with."""

from AccessControl import getSecurityManager
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


FILE = "qlvb: File in dossier"
MANAGE = "qlvb: Manage dossier catalogue"


def may(permission, obj):
    """bool: the current user has ``permission`` on ``obj``."""
    return bool(getSecurityManager().checkPermission(permission, obj))


def usable_dossiers(record, text=""):
    """Open dossiers of the record's agency in which the current user may file: list."""
    agency = getUtility(IDirectory).agency_of(record)
    if agency is None:
        return []
    return [dossier for dossier in getUtility(IDossierFinder).open_dossiers(agency.id, text=text) if may(FILE, dossier)]


def visible_dossiers(document):
    """Dossiers that keep the document and that the current user may see: list."""
    return [dossier for dossier in getUtility(IDossierFinder).dossiers_of(document) if may("View", dossier)]
