"""Looks of states and days on the screens of steering."""

from qlvb.content import clock
from qlvb.policy.document.browser.lines import due_words
from qlvb.policy.finding.words import TIMELINESS
from qlvb.workflows.tasks.reckoning import timeliness


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


def deadline_look(state, deadline, finished, between):
    """(tone, message id) of a deadline that stands beside: what is left of it by ``between`` (see ``between_for``), or
    how it was met; ("", "") without one.
    """
    word = timeliness(state, deadline, finished, clock.today())
    if not word:
        return "", ""
    if state == "finished":
        return TIMELY_TONES[word], TIMELINESS[word]
    left = between(clock.today(), deadline)
    return due_words(min(left, -1) if word == "late" else left)
