"""Plans as screens and REST show them."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import RENAME_AGENCY
from qlvb.content.reorganisation.reading import change_json
from qlvb.content.reorganisation.rules import days_left
from qlvb.workflows.reorganisation.asking import job_of
from zope.component import getUtility


def names(change):
    """(list of what is changed, list of what goes on): titles; departments under their name before the change."""
    directory = getUtility(IDirectory)
    if change.kind == RENAME_AGENCY:
        info = directory.agency(change.agency)
        before = [info.title_on(_day_before(change)) if info is not None else change.agency]
        return before, [change.successors[0].title]
    return (
        [_title(change.agency, unit, _day_before(change)) for unit in change.units],
        [one.title or _title(change.agency, one.id, None) for one in change.successors],
    )


def _day_before(change):
    day = change.effective
    return type(day).fromordinal(day.toordinal() - 1) if day else None


def _title(agency_id, unit, day):
    info = getUtility(IDirectory).department(agency_id, unit)
    return info.title_on(day) if info is not None else unit


def job_error(plan):
    """What stopped the worker for good, "" for nothing; a message id or str."""
    job = job_of(plan)
    return job.error if job is not None and job.state == "failed" else ""


def code_words(plan):
    """(message id, tone of the chip) of the clock of a plan's code."""
    left = days_left(plan.code_due, clock.today())
    if left < 0:
        return _("code_late", default="Quá ${days} ngày", mapping={"days": str(-left)}), "bad"
    if left == 0:
        return _("code_today", default="Hết hạn hôm nay"), "warn"
    return _("code_left", default="Còn ${days}/15 ngày", mapping={"days": str(left)}), "warn" if left <= 5 else "info"


def plan_json(plan, say):
    """dict of JSON values; ``say`` turns message ids into text."""
    settled = plan.code_settled
    return {
        "id": plan.id,
        "state": plan.state,
        **change_json(plan.change),
        "by": plan.by,
        "created": plan.created.isoformat(),
        "trial": _trial_json(plan, say),
        "progress": {"done": plan.place, "total": len(plan.uids)},
        "moved": dict(plan.moved),
        "made": list(plan.made),
        "error": say(job_error(plan)),
        "started": plan.started.isoformat() if plan.started else None,
        "finished": plan.finished.isoformat() if plan.finished else None,
        "code": {
            "due": plan.code_due.isoformat(),
            "settled": settled[0].isoformat() if settled else None,
            "identifier": settled[2] if settled else None,
            "decision": settled[3] if settled else None,
        },
        "history": [
            {"when": when.isoformat(), "by": by, "event": word, "text": text} for when, by, word, text in plan.events
        ],
    }


def _trial_json(plan, say):
    if plan.trial is None:
        return None
    when, findings, violations = plan.trial
    return {
        "when": when.isoformat(),
        "findings": {finding.what: finding.count for finding in findings},
        "violations": [{"field": one.field, "code": one.code, "message": say(one.message)} for one in violations],
    }
