"""Which dossiers a person may work with."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import getUtility


FILE = "qlvb: File in dossier"
MANAGE = "qlvb: Manage dossier catalogue"


def may(permission, obj):
    """bool: the current user has ``permission`` on ``obj``."""
    return bool(getSecurityManager().checkPermission(permission, obj))



def usable_dossiers(record, text=""):
    """Open dossiers of the record's agency in which the current user may file: list.

    The index leaves out what he may not even see, so only his own are read.
    """
    agency = getUtility(IDirectory).agency_of(record)
    if agency is None:
        return []
    question = Question(types=("Dossier",), filters={"agency": agency.id, "state": "open"}, sort="number")
    words = fold(text).split()
    found = []
    for row in every_row(question):
        if all(word in fold(f"{row.reference} {row.subject}") for word in words):
            dossier = api.portal.get().unrestrictedTraverse(row.path, None)
            if dossier is not None and may(FILE, dossier):
                found.append(dossier)
    return found


def visible_dossiers(document):
    """Dossiers that keep the document and that the current user may see: list."""
    return [dossier for dossier in getUtility(IDossierFinder).dossiers_of(document) if may("View", dossier)]
