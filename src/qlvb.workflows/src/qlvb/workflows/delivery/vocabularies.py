"""Deliveries to choose from."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def resendable(context):
    """Deliveries that may be sent again."""
    return _vocabulary(IDeliveries(context).resendable() if IOutgoingDocument.providedBy(context) else ())


@provider(IVocabularyFactory)
def manual(context):
    """Deliveries that the clerk has to bring on their way by hand."""
    deliveries = IDeliveries(context).all() if IOutgoingDocument.providedBy(context) else ()
    return _vocabulary(delivery for delivery in deliveries if delivery.state == "manual")


def _vocabulary(deliveries):
    return SimpleVocabulary(
        [SimpleTerm(delivery.id, delivery.id, delivery.recipient["name"]) for delivery in deliveries]
    )
