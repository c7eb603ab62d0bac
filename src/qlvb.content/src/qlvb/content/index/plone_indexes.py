"""The indexes of Plone's catalogue that records stay out of; see :mod:`qlvb.content.index.catalogued`."""

from plone.indexer import indexer
from types import SimpleNamespace
from zope.interface import Interface


#: What the index ``Title`` reads instead of ``Title``: the column of that name keeps the titles of records too.
TITLE_WORDS = "title_words"
DOCUMENTS = ("IncomingDocument", "OutgoingDocument", "PeriodFolder")
#: What documents were found by before 1005, too.
LEFT = ("getId", "id", "is_folderish", "modified", "review_state", "sortable_title")


@indexer(Interface)
def title_words(content):
    """The words by which Plone's own content is found by its title."""
    return content.Title()


def leave_records_out_of_title(catalogue):
    """Have the index ``Title`` read :func:`title_words`, which records do not have.

    A text index gives each new word the next number of its lexicon: two documents with a new word each would collide.
    """
    index = catalogue.Indexes["Title"]
    if list(index.getIndexSourceNames()) == [TITLE_WORDS]:
        return
    extra = SimpleNamespace(doc_attr=TITLE_WORDS, index_type="Okapi BM25 Rank", lexicon_id="plone_lexicon")
    catalogue.delIndex("Title")
    catalogue.addIndex("Title", "ZCTextIndex", extra)
    catalogue.manage_reindexIndex(ids=["Title"])


def leave_documents_out(catalogue):
    """Take documents and folders of months that are there out of the indexes that new ones do not enter any more."""
    places = [brain.getRID() for brain in catalogue.unrestrictedSearchResults(portal_type=DOCUMENTS)]
    for name in LEFT:
        if name in catalogue.indexes():
            index = catalogue.Indexes[name]
            for place in places:
                index.unindex_object(place)
