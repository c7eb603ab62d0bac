"""The jobs of a plan lie on the desk of its agency."""

from datetime import datetime
from plone import api
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.workflows.outbox.interfaces import IJobs
from zope.component import getUtility


JOB = "reorganise"


def _jobs(plan):
    return IJobs(getUtility(IDesks).open(plan.change.agency).__of__(api.portal.get()))


def ask_for_job(plan, by):
    """Ask for the next stretch; the first one begins on the day on which the change takes effect."""
    first = datetime.combine(plan.change.effective, datetime.min.time(), clock.now().tzinfo)
    job = _jobs(plan).enqueue(
        JOB, f"{plan.id}-{plan.place}-{plan.state}", {"plan": plan.id}, by, max(first, clock.now())
    )
    plan.job = job.id


def job_of(plan):
    """The plan's last IJob, or None. Reading makes no desk."""
    desk = getUtility(IDesks).get(plan.change.agency)
    return IJobs(desk.__of__(api.portal.get())).get(plan.job) if desk is not None and plan.job else None


def retry(plan, by):
    """Set the plan's failed job going again. :raises Refused: 409 it has not failed."""
    _jobs(plan).retry(plan.job, by)
