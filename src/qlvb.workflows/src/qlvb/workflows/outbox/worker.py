"""The worker process: sweeps the line of pending jobs and runs what is due.

A plain loop instead of a task queue library: the truth of a job is in the ZODB, so a library's own queue would be a
second truth to keep in step (lost between commit and enqueue, kept after an abort), and nothing of it but the wake-up
would be used. Here a committed request touches a file, the loop looks at the file's time twenty times a second, and
sweeps at least every second even if nobody woke it. Latency from commit to start is thus below 0.1 s on one machine and
about 1 s across machines. Several workers may run; see runner for how they share the jobs. Log: logger
``qlvb.workflows.outbox``.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
import logging
from plone.browserlayer.utils import registered_layers
from qlvb.workflows.outbox import wake
from qlvb.workflows.outbox.claims import WorkerMark
from qlvb.workflows.outbox.runner import Runner
import signal
from Testing.makerequest import makerequest
import threading
import time
import transaction
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import Zope2


logger = logging.getLogger("qlvb.workflows.outbox")

LOOK = 0.05  # seconds between looks at the wake-up file
SWEEP = 1.0  # seconds between sweeps when nobody woke us


def main(site_id="", once=False):
    """Work on the site (every site when ``site_id`` is empty) until SIGTERM or SIGINT; a job under way is finished
    first.

    ``once``: do what is due now and return. Zope must be configured. Returns the exit status 0.
    """
    WorkerMark.clear_the_dead()
    mark = WorkerMark()
    runner = Runner(worker=mark.id)
    logger.info("Worker %s has started", mark.id)
    try:
        if once:
            sweep(runner, site_id)
        else:
            loop(runner, stopped_by_signal(), site_id)
    finally:
        mark.release()
        logger.info("Worker %s has ended", mark.id)
    return 0


def stopped_by_signal():
    """threading.Event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, frame: stop.set())
    return stop


def loop(runner, stop, site_id=""):
    """Sweep whenever woken and at least every SWEEP seconds, until ``stop`` (threading.Event) is set."""
    seen = 0
    swept = 0.0
    while not stop.is_set():
        woken = wake.woken_at()
        if woken != seen or time.monotonic() - swept >= SWEEP:
            seen = woken
            try:
                sweep(runner, site_id)
            except Exception:
                # A database that is out of reach comes back; every driver has its own errors for that.
                logger.exception("The sweep failed; trying again")
            else:
                wake.worker_swept()
            swept = time.monotonic()
        stop.wait(LOOK)


def sweep(runner, site_id=""):
    """Run what is due in the site or in every site of the database, as the system user; returns how many jobs ran."""
    ran = 0
    app = makerequest(Zope2.app())
    try:
        setRequest(app.REQUEST)
        newSecurityManager(None, system)
        for site in app.objectValues("Plone Site"):
            if site_id in ("", site.getId()):
                setSite(site)
                alsoProvides(app.REQUEST, *registered_layers())
                ran += runner.run_pending()
    finally:
        transaction.abort()
        setSite(None)
        noSecurityManager()
        clearRequest()
        app._p_jar.close()
    return ran
