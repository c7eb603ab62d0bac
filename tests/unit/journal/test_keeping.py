"""What a journal is in the database: few objects, nothing lost on the way, older ones go on."""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from persistent.mapping import PersistentMapping
import pytest
from qlvb.content import clock
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import JournalEntry
from qlvb.content.journal.journal import INLINE
from qlvb.content.journal.journal import KEY
from qlvb.content.journal.journal import Journal
from qlvb.content.journal.journal import JournalStore
import transaction
from ZODB.DB import DB
from ZODB.MappingStorage import MappingStorage
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import provideAdapter
from zope.component.testing import setUp
from zope.component.testing import tearDown
from zope.interface import alsoProvides


@pytest.fixture
def database():
    setUp()
    provideAdapter(AttributeAnnotations)
    database = DB(MappingStorage())
    with database.transaction() as connection:
        record = connection.root()["record"] = PersistentMapping()
        alsoProvides(record, IAttributeAnnotatable)
    yield database
    transaction.abort()
    database.close()
    tearDown()


def append(database, count):
    """That many entries, each in a transaction of its own as acts are."""
    for number in range(count):
        with database.transaction() as connection:
            Journal(connection.root()["record"]).append("changed", "leminhanh", {"number": number})


@pytest.mark.parametrize("count", [1, 2, INLINE - 1, INLINE, INLINE + 1, 3 * INLINE])
def test_every_entry_is_there_after_the_commits(database, count):
    append(database, count)
    with database.transaction() as connection:
        journal = Journal(connection.root()["record"])
        assert [entry.detail["number"] for entry in journal.entries()] == list(range(count))
        assert (journal.verify(), journal.count("changed"), len(journal)) == (None, count, count)


def test_a_short_journal_is_one_object(database):
    before = len(database.storage)
    append(database, 3)
    assert len(database.storage) == before + 2  # the store, and the annotations


def test_a_journal_of_before_1005_goes_on(database):
    with database.transaction() as connection:
        store = JournalStore()
        store.entries, store.counts = IOBTree(), OIBTree()
        entry = JournalEntry(1, clock.now(), "leminhanh", "", "changed", {"number": -1}, GENESIS)
        store.entries[1], store.counts["changed"], store.last, store.head = entry, 1, 1, entry.hash
        IAnnotations(connection.root()["record"])[KEY] = store
    append(database, 2)
    with database.transaction() as connection:
        journal = Journal(connection.root()["record"])
        assert [entry.detail["number"] for entry in journal.entries()] == [-1, 0, 1]
        assert (journal.verify(), journal.count("changed")) == (None, 3)
