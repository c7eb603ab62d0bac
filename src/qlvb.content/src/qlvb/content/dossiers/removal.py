"""What happens to references when one of the two sides is removed. Nobody may delete a dossier or what lies in one;
when code does, whatever stays writes it down.
"""

from AccessControl import getSecurityManager
from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.contents import DOCUMENT_KEY
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from zope.annotation.interfaces import IAnnotations


def document_removed(document, event):
    """No dossier keeps a reference to a document that is no more."""
    for uid in dossier_uids(document):
        dossier = find_record(uid)
        if dossier is not None:
            item = IDossierContents(dossier).item_of(document)
            IDossierContents(dossier).forget(IUUID(document))
            if item is not None:
                said = {"order": item.order, "document": IUUID(document), "title": document.Title()}
                IJournal(dossier).append("document.deleted", _by(), said)


def dossier_removed(dossier, event):
    """No document names a dossier that is no more; its catalogue says that it was there."""
    for _item, document in IDossierContents(dossier).documents():
        kept_in = IAnnotations(document).get(DOCUMENT_KEY) if document is not None else None
        if kept_in is not None and IUUID(dossier) in kept_in:
            kept_in.remove(IUUID(dossier))
    if event.object is dossier and IDossierCatalogue.providedBy(event.oldParent):
        said = {"dossier": dossier.code, "record": IUUID(dossier), "title": dossier.title}
        IJournal(event.oldParent).append("dossier.deleted", _by(), said)


def _by():
    return getSecurityManager().getUser().getId() or "system"
