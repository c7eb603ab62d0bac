"""What Plone's own catalogue keeps of a record: where it is, what it is, who may view it, what it is called.

Lists, searches and counts are answered by the records index. Every index more would be written by every new document,
and most of them at the same place: people of different agencies would meet in the tree of the same day, state or
interface, and one of them would have to do everything again.
"""

from plone.indexer import indexer
from qlvb.content.interfaces import IRecord
from types import SimpleNamespace
from zope.interface import Interface


#: What the index ``Title`` reads instead of ``Title``: the column of that name keeps the titles of records too.
TITLE_WORDS = "title_words"


@indexer(IRecord)
def not_kept(record):
    """Nothing: neither in an index nor in a column."""
    raise AttributeError("Plone's catalogue does not keep this of records")


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
