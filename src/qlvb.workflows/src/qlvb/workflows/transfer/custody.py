"""The taking over of one dossier: custody and rights move, the record does not (NĐ 30/2020 Điều 30.3.b)."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.violations import Refused
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.interfaces import Actor
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.secrecy import is_secret
from qlvb.workflows.transfer.candidates import violations_for
from qlvb.workflows.transfer.interfaces import ICustody
from zope.component import getUtility
from zope.interface import implementer


CAUSE = "archive"


class ArchiveDossier(Act):
    """A dossier comes into the current archive. Not offered by itself: it follows from the taking over of a transfer,
    in the name of the archivist who takes over.
    """

    id = "archive_dossier"
    title = _("act_archive_dossier", default="Tiếp nhận vào lưu trữ hiện hành")
    transition = "archive"

    def __init__(self, record, transfer, by):
        super().__init__(record)
        self.transfer = transfer
        self.by = by

    @property
    def actor(self):
        return Actor(self.by)

    def execute(self, data):
        dossier, uid = self.record, IUUID(self.record)
        IClaims(dossier).settle(IUUID(self.transfer))
        archivists = group_id(getUtility(IDirectory).agency_of(dossier).id, "archivist")
        IGrants(dossier).grant(archivists, "Participant", CAUSE, IUUID(self.transfer))
        documents = 0
        for _item, document in IDossierContents(dossier).documents():
            # Secrecy only narrows: secret documents keep to those who were given them.
            if document is not None and not is_secret(document):
                if IGrants(document).grant(archivists, "Participant", CAUSE, uid):
                    document.reindexObjectSecurity()
                documents += 1
        return {"documents": documents}

    def detail(self, data, result):
        return {"transfer": IUUID(self.transfer), "title": self.transfer.title, "documents": result["documents"]}


class DepositDossier(ArchiveDossier):
    """A dossier goes on to the historical archive, which has its package; the agency keeps the record to read."""

    id = "deposit_dossier"
    title = _("act_deposit_dossier", default="Nộp vào lưu trữ lịch sử")
    transition = "deposit"

    def execute(self, data):
        IClaims(self.record).settle(IUUID(self.transfer))
        return {"documents": len(IDossierContents(self.record).items())}


@implementer(ICustody)
class Custody:
    """See ICustody."""

    def violations(self, transfer, dossier):
        return violations_for(transfer, dossier)

    def take_over(self, transfer, dossier, by):
        if IUUID(transfer) in IClaims(dossier).accepted:
            return
        if violations := self.violations(transfer, dossier):
            raise Refused(violations, 409)
        act = DepositDossier if transfer.kind == HISTORICAL else ArchiveDossier
        carry_out(dossier, act(dossier, transfer, by), {})
