"""What happens to references when one of the two sides is removed."""

from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.contents import DOCUMENT_KEY
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.lookup import find_record
from zope.annotation.interfaces import IAnnotations


def document_removed(document, event):
    """No dossier keeps a reference to a document that is no more."""
    for uid in dossier_uids(document):
        dossier = find_record(uid)
        if dossier is not None:
            IDossierContents(dossier).forget(IUUID(document))


def dossier_removed(dossier, event):
    """No document names a dossier that is no more."""
    for _item, document in IDossierContents(dossier).documents():
        kept_in = IAnnotations(document).get(DOCUMENT_KEY) if document is not None else None
        if kept_in is not None and IUUID(dossier) in kept_in:
            kept_in.remove(IUUID(dossier))
