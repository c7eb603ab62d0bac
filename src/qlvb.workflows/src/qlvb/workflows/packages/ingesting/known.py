"""Which packages an agency has taken in: OBJID -> UID of the dossier, on its folder of dossiers."""

from BTrees.OOBTree import OOBTree
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.packages.taken"


def _section(agency_id):
    return getUtility(IDirectory).agency_object(agency_id)["dossiers"]


def known_dossier(agency_id, object_id):
    """The dossier made of that package, or None (never taken in, or removed since)."""
    return find_record(IAnnotations(_section(agency_id)).get(ANNOTATION, {}).get(object_id))


def note_taken(agency_id, object_id, uid):
    """Remember it."""
    annotations = IAnnotations(_section(agency_id))
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = OOBTree()
    annotations[ANNOTATION][object_id] = uid
