"""In which boxes dossiers sit, and documents that are in none of them."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.states import state_of
from qlvb.workflows.filing.forms import awaited_signature
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.filing.sharing import shared_with
from qlvb.workflows.filing.templates import completeness_of
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which somebody keeps a dossier.
KEPT = ("open", "closed")
#: Work on a document that is over: what should lie in a dossier (NĐ 30/2020 Điều 29.3).
DONE = {"incoming": ("finished",), "outgoing": ("issued",)}


@implementer(IBoxTokens)
@adapter(IDossier)
class DossierTokens:
    """Of the holder, of those with whom it is shared, of the one to whom it is handed over."""

    def __init__(self, dossier):
        self.dossier = dossier

    def tokens(self):
        """See IBoxTokens."""
        dossier, state = self.dossier, state_of(self.dossier)
        found = [f"dossiers.shared|{principal}" for principal in shared_with(dossier)]
        if state in KEPT and dossier.holder:
            found.append(f"dossiers.mine|{dossier.holder}")
        waiting = pending(dossier)
        if waiting is not None:
            found.append(f"dossiers.handed_over|{waiting.receiver}")
        if signer := awaited_signature(dossier):
            found.append(f"dossiers.minutes|{signer}")
        if state == "open" and dossier.holder:
            complete = completeness_of(dossier)
            if complete is not None and complete.missing:
                found.append(f"dossiers.incomplete|{dossier.holder}")
        return found


@implementer(IRowFacts)
@adapter(IDossier)
class DossierFacts:
    """``completeness``: percent, of dossiers with a template."""

    def __init__(self, dossier):
        self.dossier = dossier

    def facts(self):
        """See IRowFacts."""
        found = completeness_of(self.dossier)
        return {"completeness": found.percent} if found is not None else {}


@implementer(IBoxTokens)
@adapter(IDocument)
class UnfiledTokens:
    """``dossiers.unfiled`` of those who did the work, and of the archivist, while the document is in no dossier."""

    def __init__(self, document):
        self.document = document

    def tokens(self):
        """See IBoxTokens."""
        document = self.document
        outgoing = IOutgoingDocument.providedBy(document)
        if state_of(document) not in DONE["outgoing" if outgoing else "incoming"] or dossier_uids(document):
            return []
        agency = getUtility(IDirectory).agency_of(document)
        if agency is None:
            return []
        people = [document.drafter] if outgoing else handlers(document)
        principals = [*filter(None, people), group_id(agency.id, "archivist")]
        return [f"dossiers.unfiled|{principal}" for principal in dict.fromkeys(principals)]


def handlers(document):
    """Who led the work on an incoming document: list of userids."""
    return [line.recipient for line in ILines(document).all() if line.role == "lead" and line.state == "finished"]
