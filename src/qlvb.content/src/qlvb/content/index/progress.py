"""How far long jobs have come, told while they run: what their own transaction writes is seen at its end only.

It lies in the database of the index, so every process of every machine sees it. It is a courtesy: who cannot tell (the
index is busy, the disk is full) goes on working, and who asks then hears of no progress.
"""

from contextlib import contextmanager
import logging
from qlvb.content.index import database
from qlvb.content.index.failures import IndexConflict
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.tables import job_progress
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from time import monotonic


logger = logging.getLogger(__name__)
#: Seconds between two tellings of one job.
PACE = 0.5
#: Seconds that a job waits for an index that somebody else is writing.
PATIENCE = 0.5
_AT_ONCE = {"sqlite_begin": "IMMEDIATE", "sqlite_patience": PATIENCE}


@contextmanager
def telling(job, total):
    """``with telling("export 1", 5000) as tell: … tell(100)``: forgotten at the end, however it ends."""
    told = None

    def tell(done):
        nonlocal told
        if told is None or monotonic() - told >= PACE:
            told = monotonic()
            _write(job, {"done": done, "total": total})

    tell(0)
    try:
        yield tell
    finally:
        _write(job, None)


def percent(job):
    """int from 0 to 99, or None where nothing is known."""
    try:
        with said_plainly(), database.engine().connect() as connection:
            row = connection.execute(select(job_progress).where(job_progress.c.job == job)).first()
    except (IndexUnavailable, IndexConflict):
        return None
    return min(99, 100 * row.done // max(1, row.total)) if row is not None else None


def _write(job, values):
    try:
        with (
            said_plainly(),
            database.engine().connect().execution_options(**_AT_ONCE) as connection,
            connection.begin(),
        ):
            connection.execute(delete(job_progress).where(job_progress.c.job == job))
            if values is not None:
                connection.execute(insert(job_progress).values(job=job, **values))
    except (IndexUnavailable, IndexConflict) as error:
        logger.info("the progress of %s was not told: %s", job, error)
