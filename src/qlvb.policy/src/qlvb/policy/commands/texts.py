"""Read the text of every file that has none yet: after an upgrade, or after the worker was away for long.

The files are given to the worker a few at a time, so that people's own conversions and deliveries hardly wait. May be
stopped and run again: what was read stays read.
"""

from datetime import timedelta
from plone import api
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.commands.zope import opened_site
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox import wake
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.texts.asking import ask
import sys
import time
from tqdm import tqdm
import transaction


TYPES = ("OutgoingDocument", "IncomingDocument")
#: So many jobs may be due when the next record is looked at; the worker does this many in a few seconds.
LINE = 20
LOOK = 0.5  # seconds between looks at the line
BATCH = 500  # records held in memory at once


def arguments(parser):
    parser.add_argument("--again", action="store_true", help="try also the files that could not be read")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(options):
    with opened_site(options.site) as site:
        if not wake.worker_running():
            print("No worker is running; start the site or `bin/qlvb worker` first.", file=sys.stderr)
            return 1
        asked, lost = ask_for_all(site, options.again, options.quiet)
    if lost:
        print("The worker has stopped; run the command again when it is back.", file=sys.stderr)
        return 1
    print(f"{asked} files were given to the worker.")
    return 0


def ask_for_all(site, again=False, quiet=False):
    """Go through all documents; returns (number of files asked for, True when the worker went away meanwhile)."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=TYPES)
    paths = sorted(brain.getPath() for brain in brains)
    asked = 0
    for count, path in enumerate(tqdm(paths, unit=" documents", disable=quiet or None), start=1):
        found = OwnTransactions().attempt(lambda path=path: ask_for_record(site, path, again))
        asked += found
        if found and not line_is_short():
            return asked, True
        if count % BATCH == 0:
            site._p_jar.cacheMinimize()
    return asked, False


def ask_for_record(site, path, again=False):
    """Ask for the texts that the record at ``path`` lacks; returns how many."""
    record = site.unrestrictedTraverse(path, None)
    if record is None:
        return 0
    files = [file for file in IFileStore(record).files() if file.current.text_state in ("none", "failed")]
    return sum(ask(record, file, again, wait=timedelta(0)) for file in files)


def line_is_short():
    """Wait until few jobs are due; bool: False when the worker stopped instead."""
    while True:
        transaction.begin()
        if sum(due <= now() for due, *_rest in queue.pending()) < LINE:
            return True
        if not wake.worker_running():
            return False
        time.sleep(LOOK)
