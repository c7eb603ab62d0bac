"""The retention of dossiers and documents: catalogue entry, dossier, document, the longest wins."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from persistent.mapping import PersistentMapping
from qlvb.content.dossiers.catalogue import find_entry
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.renewing import renew
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.retention.demands import OWN_KEY
from qlvb.content.retention.demands import demands
from qlvb.content.retention.demands import own_period
from qlvb.content.retention.demands import remember_demand
from qlvb.content.retention.ending import end_of_work
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.period import RetentionDue
from qlvb.content.retention.period import last_due
from qlvb.content.retention.period import retention_due
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


class _Retention:
    """``_winner``: (period, basis, source word, record that gave it), worked out once."""

    def __init__(self, record):
        self.record = record
        self._winner = self._winning()

    @property
    def period(self):
        return self._winner[0]

    @property
    def basis(self):
        return self._winner[1]

    @property
    def inherited_from(self):
        return self._winner[2]

    @property
    def source(self):
        return self._winner[3]


@implementer(IRetention)
@adapter(IDossier)
class DossierRetention(_Retention):
    """Its own period, else that of its line in the catalogue, unless a document in it must be kept longer."""

    def _winning(self):
        period, basis, word, source = self._declared()
        for demanded, why, uid in demands(self.record):
            if period is None or demanded.rank > period.rank:
                period, basis, word, source = demanded, why, "document", uid
        return period, basis, word, find_record(source) if word == "document" else source

    def _declared(self):
        """What the dossier's own fields say, else the catalogue."""
        dossier = self.record
        own = period_of(dossier.retention_kind, dossier.retention_years)
        catalogue = aq_parent(aq_inner(dossier))
        entry = None
        if dossier.entry and IDossierCatalogue.providedBy(catalogue):
            entry = find_entry(catalogue, dossier.entry)
        if entry is not None and entry.period is not None and own in (None, entry.period):
            return entry.period, dossier.retention_basis or entry.basis, "entry", catalogue
        if own is None:
            return None, "", "", None
        return own, dossier.retention_basis or "", "own", dossier

    @property
    def due(self):
        if self.period is None:
            return None
        dossier = self.record
        return retention_due(
            self.period.kind,
            self.period.years,
            dossier.end_date,
            dossier.retention_event,
            getattr(dossier, "retention_extended", None),
        )


@implementer(IRetention)
@adapter(IDocument)
class DocumentRetention(_Retention):
    """The longest of its own period and those of its dossiers; due when the last of them is. In no dossier its own
    period counts from the end of the work on it.
    """

    def __init__(self, record):
        self._dossiers = [IRetention(one) for one in getUtility(IDossierFinder).dossiers_of(record)]
        super().__init__(record)

    def _winning(self):
        own, basis = own_period(self.record)
        winner = (own, basis, "own", self.record) if own is not None else (None, "", "", None)
        for kept in self._dossiers:
            if kept.period is not None and (winner[0] is None or kept.period.rank > winner[0].rank):
                winner = (kept.period, kept.basis, "dossier", kept.record)
        return winner

    @property
    def due(self):
        if self._dossiers:
            return last_due([kept.due for kept in self._dossiers])
        if self.period is None:
            return RetentionDue(None, "unfiled")
        return retention_due(self.period.kind, self.period.years, end_of_work(self.record))


@implementer(IOwnPeriod)
@adapter(IDocument)
class OwnPeriod:
    """Kept on the document; every dossier that holds it learns it and says itself anew in the index."""

    def __init__(self, document):
        self.document = document

    @property
    def period(self):
        return own_period(self.document)[0]

    @property
    def basis(self):
        return own_period(self.document)[1]

    def determine(self, period, basis):
        """See IOwnPeriod."""
        annotations = IAnnotations(self.document)
        if period is None:
            annotations.pop(OWN_KEY, None)
        else:
            annotations[OWN_KEY] = PersistentMapping(kind=period.kind, years=period.years, basis=basis)
        for dossier in getUtility(IDossierFinder).dossiers_of(self.document):
            remember_demand(dossier, self.document)
            renew(dossier)
            renew_demanding(dossier)
        renew(self.document)


def renew_demanding(dossier, event=None):
    """After a change of the dossier, or an act on it: what the documents with a period of their own say in the index
    follows the dossier that keeps them.
    """
    for _period, _basis, uid in demands(dossier):
        document = find_record(uid)
        if document is not None:
            renew(document)
