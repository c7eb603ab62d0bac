"""Whom a note is put to, and what it may name."""

from AccessControl import getSecurityManager
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IListing
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.recall.vocabularies import titled
from qlvb.workflows.outgoing.people import RECEIVING
from qlvb.workflows.outgoing.people import term
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SHOWN = 60
DRAFT_STATES = ("draft", "returned")


@provider(IVocabularyFactory)
def leaders(context):
    """``qlvb.notes.leaders``: leaders of the agency but oneself."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    me = getSecurityManager().getUser().getId()
    unit = getattr(context, "drafting_unit", "") or ""
    found = list(directory.holders(agency.id, "unit_leader", unit)) if unit else []
    for function in RECEIVING:
        found.extend(directory.holders(agency.id, function))
    return SimpleVocabulary([term(userid, agency.id) for userid in dict.fromkeys(found) if userid != me])


@provider(IVocabularyFactory)
def people(context):
    """``qlvb.notes.people``: active people of the agency but oneself."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    me = getSecurityManager().getUser().getId()
    found = directory.people(agency.id) if agency is not None else []
    return SimpleVocabulary([term(person.userid, agency.id) for person in found if person.userid != me])


@implementer(IVocabularyTokenized)
class Documents:
    """By UID: documents that the current user may view. The newest of some boxes are listed, any may be named."""

    boxes = ("incoming.all", "outgoing.all")

    def __init__(self, context):
        self.context = context

    def admits(self, record):
        """bool: the record may be named."""
        return IDocument.providedBy(record)

    def __contains__(self, uid):
        return isinstance(uid, str) and self.admits(visible_record(uid))

    def getTerm(self, uid):
        """The term of a document. :raises LookupError: it is none that may be named."""
        if uid not in self:
            raise LookupError(uid)
        record = visible_record(uid)
        return SimpleTerm(uid, uid, titled(record.reference, record.Title()))

    getTermByToken = getTerm

    def __iter__(self):
        listing = getUtility(IListing)
        for box in self.boxes:
            for row in listing.query(box, size=SHOWN).rows:
                if row.uid in self:
                    yield SimpleTerm(row.uid, row.uid, titled(row.reference, row.subject))

    def __len__(self):
        return sum(1 for _term in self)


class Drafts(Documents):
    """By UID: the current user's own drafts that are not submitted yet."""

    boxes = ("outgoing.drafts", "outgoing.returned")

    def admits(self, record):
        if not IOutgoingDocument.providedBy(record) or state_of(record) not in DRAFT_STATES:
            return False
        return bool(getSecurityManager().checkPermission("qlvb: Draft", record))


@provider(IVocabularyFactory)
def documents(context):
    """``qlvb.notes.documents``."""
    return Documents(context)


@provider(IVocabularyFactory)
def drafts(context):
    """``qlvb.notes.drafts``."""
    return Drafts(context)
