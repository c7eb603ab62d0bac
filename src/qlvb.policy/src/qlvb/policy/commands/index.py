"""The records index: the tables behind lists and search, computed from the records.

rebuild computes all of it again, while people go on working; cut off, it goes on where it was. verify compares it with
the records (status 1 when something differs) and with --repair mends it. upgrade brings the tables to this version and
fills what is new in them. status tells in a moment whether the index can be used (status 1 when not).
"""

from contextlib import contextmanager
from contextlib import nullcontext
import os
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.beside import Beside
from qlvb.content.index.rebuilding import rebuild
from qlvb.content.index.rebuilding import unfinished
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.tables import records
from qlvb.content.index.verifying import verify
from qlvb.content.index.walking import how_many
from qlvb.policy.commands.zope import opened_site
from qlvb.policy.commands.zope import stay_inside
from sqlalchemy import func
from sqlalchemy import select
import sys
from time import monotonic
from tqdm import tqdm
import transaction
from zope.i18n import translate


#: Records of a site whose rebuild lasts long enough to start other processes for it.
MANY = 5_000


def arguments(parser):
    parser.add_argument("action", choices=ACTIONS, help="what to do")
    parser.add_argument("--repair", action="store_true", help="verify: mend what differs")
    parser.add_argument("--sample", type=int, metavar="N", help="verify: look into about N records only")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options):
    with opened_site(options.site) as site:
        try:
            return ACTIONS[options.action](site, options)
        except IndexUnavailable as unavailable:
            print(sentence(unavailable), file=sys.stderr)
            return 1


def sentence(refused):
    """Its violations in words of a terminal."""
    return " ".join(translate(violation.message, target_language="en") for violation in refused.violations)


def rebuild_index(site, options):
    """Say every record again; the exit status (int)."""
    began = monotonic()
    with _bar(options, "Rebuilding") as progress, _beside(site) as beside:
        done = rebuild(progress, beside)
    seconds = monotonic() - began
    print(f"{done} records in {seconds:.1f} s ({done / max(seconds, 0.001):.0f} records/s).")
    return 0


def _beside(site):
    """Processes that help, where they are worth the seconds in which each starts Zope."""
    return Beside(stay_inside, site.getId()) if how_many(site) >= MANY and os.cpu_count() > 1 else nullcontext()


def _verify(site, options):
    with _bar(options, "Verifying") as progress:
        verdict = verify(options.repair, options.sample, progress)
    print(*verdict.differences, sep="\n", end="\n" if verdict.differences else "")
    print(f"{verdict.compared} records compared, {len(verdict.differences)} differences, {verdict.mended} mended.")
    return 1 if len(verdict.differences) > verdict.mended else 0


def upgrade_tables(site):
    """Make or upgrade the tables; bool: they are to be filled by :func:`rebuild_index`.

    :raises IndexUnavailable: no table can be made or read.
    """
    schema.create()
    transaction.commit()
    print(f"The index is at revision {schema.HEAD}.")
    # New columns, and tables made for a site that is older than they, are empty until every record has been said again.
    return schema.is_incomplete() or _is_empty(site)


def _upgrade(site, options):
    return rebuild_index(site, options) if upgrade_tables(site) else 0


def _rows():
    with database.engine().connect() as connection:
        return connection.scalar(select(func.count()).select_from(records))


def _is_empty(site):
    return not _rows() and how_many(site) > 0


def _status(site, options):
    schema.check()
    kind = database.engine().dialect.name
    print(f"{kind}, revision {schema.HEAD}: {_rows()} records; the site has about {how_many(site)}.")
    done = unfinished()
    if done is not None:
        print(f"A rebuild was cut off after {done} records; `bin/qlvb index rebuild` goes on.")
        return 1
    if _is_empty(site):
        print("The tables are empty until `bin/qlvb index rebuild` has run.")
        return 1
    if schema.is_incomplete():
        print("Columns of this version are empty until `bin/qlvb index rebuild` has run.")
        return 1
    return 0


ACTIONS = {"rebuild": rebuild_index, "verify": _verify, "upgrade": _upgrade, "status": _status}


@contextmanager
def _bar(options, title):
    """A function (done, total) that moves a progress bar."""
    with tqdm(desc=title, unit=" records", disable=options.quiet or not sys.stderr.isatty()) as bar:

        def progress(done, total):
            bar.total = max(done, total)
            bar.update(done - bar.n)

        yield progress
