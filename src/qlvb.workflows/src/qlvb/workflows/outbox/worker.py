"""The worker process: sweeps the line of pending jobs and runs what is due.

A plain loop instead of a task queue library: the truth of a job is in the ZODB, so a library's own queue would be a
second truth to keep in step (lost between commit and enqueue, kept after an abort), and nothing of it but the wake-up
would be used. Here a committed request touches a file, the loop looks at the file's time twenty times a second, and
sweeps at least every second even if nobody woke it. Latency from commit to start is thus below 0.1 s on one machine and
about 1 s across machines. Several workers may run; see runner for how they share the jobs. Log: logger
``qlvb.workflows.outbox``.
"""

import logging
from qlvb.workflows.outbox import periodic
from qlvb.workflows.outbox import sites
from qlvb.workflows.outbox import wake
from qlvb.workflows.outbox.claims import WorkerMark
from qlvb.workflows.outbox.runner import Runner
import signal
import threading
import time


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
            periodic.sweep(mark.id, site_id)
        else:
            stop = stopped_by_signal()
            thread = threading.Thread(target=periodic.loop, args=(stop, mark.id, site_id), name="periodic")
            thread.start()
            loop(runner, stop, site_id)
            thread.join()
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
    with sites.opened(site_id) as found:
        return sum(runner.run_pending() for _site in found)
