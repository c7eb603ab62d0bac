"""What answers or continues a filed document joins its dossier by itself."""

from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


#: Acts after which relations may be others than when the document came into being.
ACTS = ("submit", "issue", "accept")


def document_added(document, event):
    """A new document: delivered reply, drafted answer, draft related to a filed one."""
    join(document, (document.creators or ("system",))[0])


def act_performed(document, event):
    """Relations given or changed while the document was a draft."""
    if event.act.id in ACTS:
        join(document, event.actor.userid)


def join(document, by):
    """File ``document`` in the open dossiers of its own agency that keep what it answers or relates to."""
    agency = getUtility(IDirectory).agency_of(document)
    if agency is None:
        return
    finder = getUtility(IDossierFinder)
    for antecedent in antecedents(document):
        for dossier in finder.dossiers_of(antecedent):
            if _is_open_in(dossier, agency):
                IDossierContents(dossier).add(document, by)


def antecedents(document):
    """Documents that ``document`` answers or relates to: list."""
    uids = [document.in_reply_to, *(document.related_documents or ())]
    found = [uuidToObject(uid, unrestricted=True) for uid in uids if uid]
    return [other for other in found if IDocument.providedBy(other)]


def _is_open_in(dossier, agency):
    own = getUtility(IDirectory).agency_of(dossier)
    return own is not None and own.id == agency.id and api.content.get_state(dossier, default="") == "open"
