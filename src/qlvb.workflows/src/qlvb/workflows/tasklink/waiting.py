"""What has not reached the province's system yet, with the state of its job."""

from qlvb.content.lookup import find_record
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.reporting import KIND
from zope.component import getUtility


#: Tasks that are shown.
MOST = 50


def waiting_reports():
    """One for each task that has reports to send: list of dict number, url, reports (how many), attempts, next_try
    (aware datetime or None), error.
    """
    found = []
    for uid in getUtility(ITaskLink).waiting()[:MOST]:
        task = find_record(uid)
        if task is None:
            continue
        job = sending_job(task)
        found.append(
            {
                "number": task.province_number,
                "url": task.absolute_url(),
                "reports": sum(1 for one in exchange_of(task).reports if one.state == "queued"),
                "attempts": job.attempts if job is not None else 0,
                "next_try": job.next_try if job is not None else None,
                "error": job.error if job is not None else "",
            }
        )
    return found


def sending_job(task):
    """The IJob that sends the task's next report, or None."""
    live = [job for job in IJobs(task).all() if job.kind == KIND and job.state in ("queued", "running")]
    return live[0] if live else None
