"""Which packages an agency has taken in: OBJID -> UID of the dossier, on its folder of dossiers; and the kept ones of
documents that are in no dossier.
"""

from BTrees.OOBTree import OOBTree
from persistent.mapping import PersistentMapping
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.packages.taken"
#: Code of a divided dossier -> how many packages of it and of its parts were taken in.
DIVIDED = "qlvb.packages.divided"


def _section(agency_id):
    return getUtility(IDirectory).agency_object(agency_id)["dossiers"]


def is_known(agency_id, object_id):
    """bool: it was taken in, and what was made of it has not been removed since."""
    dossier = find_record(IAnnotations(_section(agency_id)).get(ANNOTATION, {}).get(object_id))
    return dossier is not None or DocumentPackages(agency_id).received(object_id) is not None


def note_divided(agency_id, code):
    """Say that a package that names parts of the dossier with ``code``, or that dossier, was taken in. Two such
    packages at once write the same object, so one is taken in again and finds the other (``division.join_taken_in``).
    """
    kept = kept_under(_section(agency_id), DIVIDED, PersistentMapping)
    kept[code] = kept.get(code, 0) + 1


def note_taken(agency_id, object_id, uid):
    """Remember it."""
    kept_under(_section(agency_id), ANNOTATION, OOBTree)[object_id] = uid
