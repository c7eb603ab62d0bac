"""Work that comes again and again. The worker runs it in a thread of its own, so that a slow mailbox delays no job.

When each work last ran is kept in the site, an object for each work: a run is *claimed* by a committed change of it, so
of two workers one runs. The claim of a worker that died in the middle is void, and the work is done again.
"""

from datetime import timedelta
import logging
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content.clock import now
from qlvb.content.kept import kept_under
from qlvb.workflows.outbox import sites
from qlvb.workflows.outbox.claims import worker_is_dead
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
import transaction
from transaction.interfaces import TransientError
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.component import getUtility
import Zope2


logger = logging.getLogger("qlvb.workflows.outbox")

ANNOTATION = "qlvb.periodic"
LOOK = 5.0  # seconds between looks at what is due
#: A run of a worker on another machine is believed for this long.
LEASE = timedelta(minutes=30)


class LastRun(Persistent):
    """The last run of one work: ``started`` (aware datetime), ``finished`` (None while it runs), ``worker``, ``result``
    (dict of what it told) and ``error`` (str, empty when it went well).
    """

    started = None
    finished = None
    worker = ""
    error = ""

    def __init__(self):
        self.result = {}


def works():
    """By name: list of (name, IPeriodicWork)."""
    return sorted(getUtilitiesFor(IPeriodicWork))


def last_run(name):
    """LastRun of the work, or None before the first."""
    return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION, {}).get(name)


def is_due(work, last, moment):
    """bool: the work has never run, its interval is over, or the worker that ran it is gone."""
    if last is None or last.started is None:
        return True
    if last.finished is None:
        return worker_is_dead(last.worker) or moment - last.started > max(LEASE, work.interval)
    return moment - last.started >= work.interval


def run_due(worker, only=None, always=False, transactions=None):
    """Run the works that are due, or with ``always`` all, or the one named ``only``; list of (name, LastRun)."""
    transactions = transactions or OwnTransactions()
    ran = []
    for name, work in works():
        if only in (None, name) and _run(name, work, worker, always, transactions):
            ran.append((name, last_run(name)))
    return ran


def _run(name, work, worker, always, transactions):
    try:
        if not transactions.attempt(lambda: _claim(name, work, worker, always), tries=1):
            return False
    except TransientError:
        return False  # another worker was faster
    result, error = {}, ""
    try:
        result = dict(work.run(now()) or {})
        logger.info("Periodic work %s: %s", name, result)
    except Exception as fault:
        # Whatever one work raises must not stop the others; the log has it in full.
        logger.exception("Periodic work %s broke", name)
        error = f"{type(fault).__name__}: {fault}"
    transactions.attempt(lambda: _finish(name, result, error))
    return True


def _claim(name, work, worker, always):
    last = last_run(name)
    moment = now()
    running = last is not None and last.finished is None and not is_due(work, last, moment)
    if running or not (always or is_due(work, last, moment)):
        return False
    kept = kept_under(getUtility(IPloneSiteRoot), ANNOTATION, PersistentMapping)
    if last is None:
        last = kept[name] = LastRun()
    last.started, last.finished, last.worker = moment, None, worker
    return True


def _finish(name, result, error):
    last = last_run(name)
    last.finished, last.result, last.error = now(), result, error


def sweep(worker, site_id=""):
    """Run what is due in the site or in every site; returns how many works ran."""
    ran = 0
    with sites.opened(site_id) as found:
        for _site in found:
            transaction.begin()
            ran += len(run_due(worker))
    return ran


def loop(stop, worker, site_id=""):
    """Sweep every LOOK seconds until ``stop`` (threading.Event) is set.

    The worker's other thread opens the database first: asked by a second thread meanwhile, Zope has no application.
    """
    while not stop.wait(LOOK):
        if Zope2.bobo_application is None:
            continue
        try:
            sweep(worker, site_id)
        except Exception:
            # A database that is out of reach comes back; every driver has its own errors for that.
            logger.exception("The sweep of periodic work failed; trying again")


def next_run(work, last):
    """Aware datetime, or None when it has never run."""
    return last.started + work.interval if last is not None and last.started is not None else None
