"""Threads and processes that take numbers from one register over a real storage."""

from BTrees.OOBTree import OOBTree
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.registers.book import NumberBook
from qlvb.content.registers.content import Register
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.registers.locking.backend import locks_for
from qlvb.content.registers.locking.serialiser import Serialiser
from relstorage.adapters.postgresql import PostgreSQLAdapter
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
import sys
from threading import Thread
import transaction
import uuid
import ZODB
from zope.annotation.attribute import AttributeAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import adapter
from zope.component import provideAdapter
from zope.interface import Interface
from zope.interface import classImplements
from zope.interface import implementer


LOCK = "register:skhcn:outgoing:2026"
TODAY = clock.datetime(2026, 3, 2).date()


class Record:
    """Something that wants a number."""

    def __init__(self):
        self.uid = uuid.uuid4().hex


@implementer(IUUID)
@adapter(Interface)
def uuid_of(record):
    return record.uid


def wire():
    """What ZCML does in a site."""
    classImplements(Register, IAttributeAnnotatable)
    provideAdapter(AttributeAnnotations)
    provideAdapter(NumberBook, adapts=(IRegister,), provides=INumberBook)
    provideAdapter(uuid_of, adapts=(Record,), provides=IUUID)


def open_database(place):
    """A RelStorage: on PostgreSQL when ``place`` is a DSN, else on SQLite in that directory."""
    options = Options(keep_history=False, blob_dir=None)
    adapter = (
        PostgreSQLAdapter(dsn=place, options=options)
        if "dbname" in place
        else Sqlite3Adapter(place, pragmas={}, options=options)
    )
    return ZODB.DB(RelStorage(adapter, options=options))


def create_register(database):
    """Commit an empty register of 2026."""
    with database.transaction() as connection:
        register = Register("cong-van-di-2026")
        register.title, register.direction, register.year, register.closed = "Công văn đi 2026", "outgoing", 2026, False
        register.document_types, register.series = [], "administrative"
        connection.root()["register"] = register
        connection.root()["numbers"] = OOBTree()


def take(database, serialiser, count, taken, errors):
    """Take ``count`` numbers, each in a transaction of its own, and write them down in the same one."""
    connection = database.open()
    try:
        for _ in range(count):
            serialiser.serialised(LOCK)
            root = connection.root()
            record = Record()
            number = NumberBook(root["register"]).take(record, "vanthuskhcn", TODAY, lambda n: f"{n:02d}/SKHCN-VP")
            transaction.commit()
            taken.append(number)
    except Exception as error:  # the test reports whatever went wrong in a thread
        transaction.abort()
        errors.append(repr(error))
    finally:
        connection.close()


def run(place, threads, count):
    """``threads`` threads take ``count`` numbers each; returns (numbers, errors)."""
    database = open_database(place)
    serialiser = Serialiser(locks_for(database))
    taken, errors = [], []
    workers = [Thread(target=take, args=(database, serialiser, count, taken, errors)) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    database.close()
    return taken, errors


if __name__ == "__main__":
    wire()
    numbers, problems = run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    print(" ".join(map(str, numbers)))
    sys.exit("; ".join(problems) or 0)
