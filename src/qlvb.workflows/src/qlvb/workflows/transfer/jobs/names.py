"""Kinds of jobs on a transfer. Each works off some dossiers in a transaction and asks for the next stretch."""

from qlvb.workflows.outbox.interfaces import IJobs


COLLECT, CHECK, ACCEPT, MINUTES, PACK, RENEW, REHEARSE = JOBS = (
    "transfer_collect",
    "transfer_check",
    "transfer_accept",
    "transfer_minutes",
    "transfer_pack",
    "transfer_renew",
    "transfer_rehearse",
)


def live(transfer, kind):
    """The job of this kind that is waiting or running, or None."""
    found = [job for job in IJobs(transfer).all() if job.kind == kind and job.state in ("queued", "running")]
    return found[0] if found else None


def failed(transfer, kind):
    """The newest job of this kind when it has failed, else None."""
    found = [job for job in IJobs(transfer).all() if job.kind == kind]
    return found[-1] if found and found[-1].state == "failed" else None


def go_on(transfer, job, due=None):
    """Ask for the next stretch of a job, at once or when ``due`` (aware datetime); what is done is forgotten."""
    jobs = IJobs(transfer)
    jobs.forget(job.kind, job.created)
    place = int(job.params.get("stretch", 1)) + 1
    base = job.key.partition("#")[0]
    return jobs.enqueue(job.kind, f"{base}#{place}", {**job.params, "stretch": place}, owner=job.owner, due=due)
