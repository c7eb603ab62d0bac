"""The job that acts on many: each stretch is a transaction and asks for the next, so a worker that is killed loses one
stretch at most, which is done again from its beginning.
"""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import visible_record
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.bulk import fitting
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.outbox.asked import check_owner
from qlvb.workflows.outbox.asked import still_wanted
from qlvb.workflows.outbox.interfaces import IJobHandler
import time
from zope.interface import implementer


#: Seconds of work, and records, between two commits.
STRETCH, MOST = 10, 100


@implementer(IJobHandler)
class ActOnMany:
    """Runs with the rights that the person who asked has when it runs."""

    max_attempts = 5
    timeout = 600

    def run(self, desk, job):
        """See IJobHandler."""
        runs = ActRuns(desk.owner)
        run = still_wanted(runs.get, job.params["run"])
        if run is None:
            return
        check_owner(desk.owner)
        run.started = run.started or clock.now()
        place, until = run.place, time.monotonic() + STRETCH
        with api.env.adopt_user(username=desk.owner):
            while place < run.total and place - run.place < MOST and time.monotonic() < until:
                _one(run, run.uids[place])
                place += 1
        run.place = place
        if place < run.total:
            runs.go_on(run)
        else:
            run.finished = clock.now()

    def failed(self, desk, job):
        """What is done stays; the list of runs says what the job says."""


def _one(run, uid):
    """Act on one record, or ask whether one could; what is refused is noted, and stays as it was."""
    record, data = visible_record(uid), dict(run.data)
    act = IActs(record).get(run.act) if record is not None else None
    if act is None:
        message = _("violation_run_record", default="Hồ sơ không còn, hoặc anh/chị không được xem.")
        run.refuse(uid, [Violation("", "record_unknown", message)])
        return
    try:
        if not run.only_check:
            IActs(record).perform(act.in_bulk or run.act, fitting(act, data))
        elif violations := act.check(data):
            raise Refused(violations, act.status_of(violations))
    except Refused as refused:
        run.refuse(uid, list(refused.violations))
    else:
        run.counts["done"] += 1
