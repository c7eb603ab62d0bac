"""The job that carries out a plan: the organisation in one transaction, then the open work stretch by stretch. A worker
that is killed loses the stretch in hand at most, which is done again; what is moved already is not moved twice.
"""

from dataclasses import replace
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import CONFIRMED
from qlvb.content.reorganisation.interfaces import DONE
from qlvb.content.reorganisation.interfaces import RENAME_UNIT
from qlvb.content.reorganisation.interfaces import RUNNING
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.reorganisation.rules import mistakes
from qlvb.content.violations import Refused
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.reorganisation.asking import ask_for_job
from qlvb.workflows.reorganisation.interfaces import IOpenWork
from qlvb.workflows.reorganisation.organising import organise
from qlvb.workflows.reorganisation.scope import known_to
from qlvb.workflows.reorganisation.scope import work_of
from qlvb.workflows.reorganisation.telling import seats
from qlvb.workflows.reorganisation.telling import tell_seats
from qlvb.workflows.reorganisation.trial import obstacles
from qlvb.workflows.reorganisation.way import Way
import time
from zope.component import getUtility
from zope.interface import implementer


#: Seconds of work, and records, between two commits.
STRETCH, MOST = 10, 100


@implementer(IJobHandler)
class CarryOut:
    """See IJobHandler."""

    max_attempts = 5
    timeout = 600

    def run(self, desk, job):
        plan = getUtility(IReorganisations).get(job.params["plan"])
        if plan.state == CONFIRMED:
            _begin(plan, job.owner)
        elif plan.state == RUNNING:
            _go_on(plan, job.owner)

    def failed(self, desk, job):
        """The plan's page says what the job says; nothing was done halfway."""


def _begin(plan, by):
    change = plan.change
    known = known_to(change.agency)
    # The worker may come late: what was confirmed in time is not too late for that.
    wrong = mistakes(change, replace(known, today=min(known.today, change.effective)))
    if wrong := [*wrong, *obstacles(change, plan.id)]:
        raise Refused(wrong, 409)
    plan.uids, before = work_of(change), seats(change)
    plan.made = organise(change, by)
    tell_seats(plan, before)
    plan.started, plan.state = clock.now(), RUNNING
    plan.note(by, "began")
    _next(plan, by)


def _go_on(plan, by):
    way = Way(plan.change.agency, plan.change.units, plan.made)
    place, until, moved = plan.place, time.monotonic() + STRETCH, dict(plan.moved)
    while place < len(plan.uids) and place - plan.place < MOST and time.monotonic() < until:
        record = find_record(plan.uids[place])
        if record is not None and hand_on(record, plan, way, by):
            moved[record.portal_type] = moved.get(record.portal_type, 0) + 1
        place += 1
    plan.place, plan.moved = place, moved
    _next(plan, by)


def _next(plan, by):
    if plan.place < len(plan.uids):
        ask_for_job(plan, by)
        return
    plan.finished, plan.state = clock.now(), DONE
    plan.note(by, "done")


def hand_on(record, plan, way, by):
    """Hand on the work of one record; bool: it was changed. Renamed, it is only said anew."""
    changes = IOpenWork(record).hand_on(way)
    if changes:
        directory = getUtility(IDirectory)
        units = dict.fromkeys(directory.department(way.agency, new).title for _old, new in changes)
        detail = {
            "plan": str(plan.id),
            "decision": plan.change.decision,
            "unit": ", ".join(units),
            "changes": [list(pair) for pair in changes],
        }
        IJournal(record).append("reorganised", by, detail)
    if changes or plan.change.kind == RENAME_UNIT:
        record.reindexObject()
        record.reindexObjectSecurity()
    return bool(changes)
