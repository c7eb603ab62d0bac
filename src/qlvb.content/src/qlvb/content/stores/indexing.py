"""What the records index keeps of stores, shelves and boxes, and of the places of dossiers."""

from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.stores.interfaces import IStoragePlace
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IStoragePlace)
class PlaceFields:
    """The code is the reference."""

    def __init__(self, place):
        self.place = place

    def read(self, facts):
        """See IIndexedFields."""
        title = self.place.title or ""
        columns = {
            "reference": self.place.code,
            "reference_key": compact(self.place.code),
            "subject": title,
            "subject_sort": fold(title)[:200],
        }
        return columns, {}, {"subject": title, "reference": self.place.code, "fields": self.place.note or ""}


@implementer(IRowFacts)
@adapter(IDossier)
class ArchiveFacts:
    """``place``: store/shelf/box.number of a dossier; ``documents``, ``pages``, ``access``: what archivists list."""

    def __init__(self, dossier):
        self.dossier = dossier

    def facts(self):
        """See IRowFacts."""
        documents, pages = IDossierContents(self.dossier).totals()
        facts = {"documents": documents, "pages": pages}
        if self.dossier.access_conditions:
            facts["access"] = self.dossier.access_conditions
        if result := intake_result(self.dossier):
            facts["intake"] = result
        place = getUtility(IPlaces).of(self.dossier)
        return {**facts, "place": place.label, "paper_file_code": place.paper_file_code} if place else facts


def intake_result(dossier):
    """What the check found with which the dossier was taken over: ``passed``, ``waived`` (in spite of faults, with a
    reason), "" for one that was not taken over.
    """
    taken = IClaims(dossier).accepted
    transfer = find_record(taken[-1]) if taken else None
    item = ITransferItems(transfer).get(IUUID(dossier)) if transfer is not None else None
    return ("waived" if item.faults else "passed") if item is not None else ""


@implementer(IBoxTokens)
@adapter(IDossier)
class KeptTokens:
    """Dossiers that lie in a box, for the archivists of the agency."""

    def __init__(self, dossier):
        self.dossier = dossier

    def tokens(self):
        """See IBoxTokens."""
        if getUtility(IPlaces).of(self.dossier) is None:
            return []
        agency = getUtility(IDirectory).agency_of(self.dossier)
        return [f"stores.kept|{group_id(agency.id, 'archivist')}"]
