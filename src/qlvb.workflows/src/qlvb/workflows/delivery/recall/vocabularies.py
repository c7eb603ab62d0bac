"""Documents that may recall, replace or correct another; recipients whose answer the clerk notes."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.states import RECALL_TITLES
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SHOWN = 100


@implementer(IVocabularyTokenized)
class Successors:
    """By UID: issued documents of the agency that the current user may view, but this one. The newest are listed, any
    may be named: an agency issues more than a list can show.
    """

    def __init__(self, context):
        self.context = context

    def __contains__(self, uid):
        return self._document(uid) is not None

    def getTerm(self, uid):
        """The term of a document. :raises LookupError: it is none that may be named."""
        document = self._document(uid)
        if document is None:
            raise LookupError(uid)
        return SimpleTerm(uid, uid, titled(document.reference, document.Title()))

    getTermByToken = getTerm

    def __iter__(self):
        narrowed = {"state": "issued", "agency": self._agency_of(self.context)}
        page = getUtility(IListing).query("outgoing.all", filters=narrowed, sort="-issue_date", size=SHOWN)
        for row in page.rows:
            if row.uid != self.context.UID():
                yield SimpleTerm(row.uid, row.uid, titled(row.reference, row.subject))

    def __len__(self):
        return sum(1 for _term in self)

    def _document(self, uid):
        document = visible_record(uid) if isinstance(uid, str) else None
        if not IOutgoingDocument.providedBy(document) or document.UID() == self.context.UID():
            return None
        same = self._agency_of(document) == self._agency_of(self.context)
        return document if same and state_of(document) == "issued" else None

    def _agency_of(self, document):
        agency = getUtility(IDirectory).agency_of(document)
        return agency.id if agency is not None else ""


def titled(reference, subject):
    """str: how a document is called in a list."""
    return f"{reference} · {subject}" if reference else subject


@provider(IVocabularyFactory)
def successors(context):
    """``qlvb.delivery.successors``."""
    return Successors(context)


@provider(IVocabularyFactory)
def recall_manual(context):
    """``qlvb.delivery.recall_manual``: recipients outside the site who have not answered."""
    deliveries = IDeliveries(context).all() if IOutgoingDocument.providedBy(context) else ()
    return SimpleVocabulary(
        [
            SimpleTerm(delivery.id, delivery.id, delivery.recipient["name"])
            for delivery in deliveries
            if delivery.recall is not None and delivery.recall["state"] == "manual"
        ]
    )


@provider(IVocabularyFactory)
def recall_answers(context):
    """``qlvb.delivery.recall_answers``."""
    return SimpleVocabulary([SimpleTerm(answer, answer, RECALL_TITLES[answer]) for answer in ("agreed", "refused")])
