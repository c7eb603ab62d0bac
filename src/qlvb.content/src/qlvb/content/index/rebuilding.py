"""Computing the whole index again from the ZODB, while people go on working.

Records are written in batches, each in a transaction of its own that says how far it came (``about``), so a rebuild
that was cut off goes on where it was. Readers see the old rows until the new ones are there. What was there before and
was not written is looked for again at the end, and goes when it is not found in the ZODB.

The full-text index is made anew where nothing was before, where it is of another version or broken; else only what
differs in it is written.
"""

from itertools import islice
import json
from plone import api
from qlvb.content.index import database
from qlvb.content.index import fulltext
from qlvb.content.index import schema
from qlvb.content.index.acl_rows import remove_orphans
from qlvb.content.index.building import Builder
from qlvb.content.index.exclusive import writing_alone
from qlvb.content.index.filling import fill
from qlvb.content.index.known import fill_known
from qlvb.content.index.making import Rows
from qlvb.content.index.number_rows import fill_numbers
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.tables import about
from qlvb.content.index.tables import records
from qlvb.content.index.walking import how_many
from qlvb.content.index.walking import record_at
from qlvb.content.index.walking import records_below
from qlvb.content.index.writing import remove
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import insert
from sqlalchemy import select
from time import monotonic
from time import sleep


#: Records of the first transaction, and at least of each; at most; how many seconds one may take: others wait so long.
BATCH = 1000
MOST = 5000
SECONDS = 2
#: Records per statement.
AT_ONCE = 500
#: Seconds between two transactions. A writer who waits looks again at least every tenth of a second (SQLite).
PAUSE = 0.1
#: Row of ``about`` with the place of a rebuild that is not at its end.
PLACE = "rebuild"


def rebuild(progress=lambda done, total: None, beside=None):
    """Compute the index of the site at work again; returns the number of records written, all parts of it together.

    ``beside`` (:class:`~qlvb.content.index.beside.Beside`, its processes inside the same site): others who make rows.

    Missing tables are made, a broken or foreign index is replaced. ``progress`` is called with how many of how many
    records are done. Must begin its transactions itself: changes of the current one are lost.

    :raises IndexUnavailable: 503 another process holds the lock for too long, the disk is full …
    """
    make_usable()
    total = how_many(api.portal.get())
    place = _begin()
    walked, written, rows, size = place["after"], set(), Rows(beside), BATCH
    while place["step"] == "records":
        progress(place["done"], total)
        began = monotonic()
        with writing_alone() as connection:
            place = _next_batch(connection, place, written, rows, size)
        size = max(BATCH, min(MOST, int(size * SECONDS / (monotonic() - began))))
        api.portal.get()._p_jar.cacheGC()
        sleep(PAUSE)
    with writing_alone() as connection:
        _sweep(connection, place["before"], written, walked)
        if not place["before"]:
            fulltext.rebuild(connection, each=rows.each)
        fill_numbers(connection)
        fill_known(connection)
        remove_orphans(connection)
        connection.execute(delete(about).where(about.c.name.in_([PLACE, schema.INCOMPLETE])))
    schema.gather_statistics()
    progress(place["done"], place["done"])
    return place["done"]


def unfinished():
    """How many records a rebuild that was cut off had done, None for no such rebuild."""
    with database.engine().connect() as connection:
        found = connection.scalar(select(about.c.value).where(about.c.name == PLACE))
    return json.loads(found)["done"] if found else None


def make_usable():
    """Bring the tables into a state in which they can be filled: make, upgrade or replace them."""
    try:
        schema.check()
    except IndexUnavailable as unavailable:
        if unavailable.why == "busy":
            raise
        if unavailable.why in ("broken", "foreign"):
            schema.put_away()
        schema.create()


def _begin():
    with writing_alone() as connection:
        known = connection.scalar(select(about.c.value).where(about.c.name == PLACE))
        if known:
            return json.loads(known)
        place = {
            "step": "records",
            "after": [],
            "done": 0,
            "before": connection.scalar(select(func.max(records.c.id))) or 0,
        }
        if not fulltext.is_current(connection) or not fulltext.is_sound(connection):
            fulltext.rebuild(connection)
        _note(connection, place)
        return place


def _next_batch(connection, place, written, rows, size):
    """Write the next ``size`` records and add their ids to ``written``; returns the new place."""
    found = list(islice(records_below(api.portal.get(), tuple(place["after"])), size))
    made = rows.made(found)
    while indexed := list(islice(made, AT_ONCE)):
        # Where nothing was before, nobody misses anything in the full-text index until it is made at once at the end.
        ids = fill(connection, indexed, searchable=place["before"] > 0)
        written.update(record_id for record_id in ids if record_id <= place["before"])
    step = "records" if len(found) == size else "sweep"
    after = list(found[-1][0]) if found else place["after"]
    place = {**place, "step": step, "after": after, "done": place["done"] + len(found)}
    _note(connection, place)
    return place


def _note(connection, place):
    connection.execute(delete(about).where(about.c.name == PLACE))
    connection.execute(insert(about).values(name=PLACE, value=json.dumps(place)))


def _sweep(connection, before, written, walked):
    """Look again at the rows that were there before and were not written now: gone, moved while we walked, or written
    before the rebuild was cut off (up to the place ``walked``) and left as they are.
    """
    question = select(records.c.id, records.c.uid, records.c.path).where(records.c.id <= before).order_by(records.c.id)
    gone, moved = [], []
    for row in connection.execute(question).all():
        if row.id in written:
            continue
        record = record_at(row.path, row.uid)
        if record is None:
            gone.append(row.id)
        elif row.path.split("/")[1:] > walked:
            moved.append(record)
    remove(connection, gone)
    builder = Builder()
    fill(connection, [builder.build(record, with_content=True) for record in moved])
