"""Looks of states and days on the screens of steering."""

from qlvb.content import clock
from qlvb.policy.finding.words import TIMELINESS
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.tasks.reckoning import timeliness
from qlvb.workflows.tasks.standing import due_words
from zope.component import getUtility


TONES = {
    "assigned": "neutral",
    "in_progress": "info",
    "to_approve": "warn",
    "to_extend": "warn",
    "to_close": "warn",
    "paused": "neutral",
    "returned": "warn",
    "finished": "good",
    "closed": "neutral",
}
TIMELY_TONES = {"in_time": "good", "late": "bad", "": "neutral"}


def deadline_look(state, deadline, finished):
    """(tone, message id) of a deadline: what is left of it, or how it was met; ("", "") without one."""
    word = timeliness(state, deadline, finished, clock.today())
    if not word:
        return "", ""
    if state == "finished":
        return TIMELY_TONES[word], TIMELINESS[word]
    words = due_words(deadline, clock.today(), getUtility(IWorkingCalendar).between)
    return ("bad" if word == "late" else "neutral"), words
