"""Which word counts when both sides change a task at once. Pure functions over what is known when a message arrives.

* What the province **orders** (recall, close, pause, chase, other content) counts whatever the agency has done that the
  province has not seen: who gave the task may change and end it. Reports that crossed it stay in the task.
* What the province **answers** (result, extension, closing) counts only for the question that stands: an answer to
  one that was withdrawn, or that another has followed, is refused, and the province decides anew.
* What is so already is answered as done, and changes nothing.
* An older revision never overwrites a newer one.
"""

from dataclasses import dataclass
from qlvb.workflows.tasks.interfaces import EXECUTING_STATES
from qlvb.workflows.tasks.interfaces import OPEN_STATES


APPLY, SAME, OVERTAKEN, IMPOSSIBLE = "apply", "same", "overtaken", "impossible"
#: Answer -> the state in which the question stands.
ANSWERS = {
    "result_accepted": "to_approve",
    "result_rejected": "to_approve",
    "extension_granted": "to_extend",
    "extension_refused": "to_extend",
    "close_refused": "to_close",
}
#: Order -> (states in which it can be carried out, states in which it is so already).
ORDERS = {
    "recalled": (OPEN_STATES, ("closed",)),
    "closed": (OPEN_STATES, ("closed", "finished")),
    "chased": (("assigned", *(state for state in EXECUTING_STATES if state != "paused")), ()),
    "paused": (("in_progress",), ("paused",)),
    "resumed": (("paused",), ("in_progress",)),
    "reopened": (("finished",), ("in_progress",)),
}
EVENTS = (*ORDERS, *ANSWERS)


@dataclass(frozen=True)
class Situation:
    """How a task stands with us: ``state``, ``level`` (whose approval is awaited: unit, assigner or "") and ``asked``,
    the number of the report that put the question which stands to the province (0: none).
    """

    state: str
    level: str = ""
    asked: int = 0


def judge(event, seen, now):
    """What to do with a decision of the province: APPLY, SAME, OVERTAKEN or IMPOSSIBLE.

    ``event``: one of EVENTS. ``seen``: number of the last report that the province had when it decided, 0 when it does
    not say. ``now``: a Situation.

    >>> judge("extension_granted", 3, Situation("to_extend", asked=3))
    'apply'
    >>> judge("extension_granted", 3, Situation("to_extend", asked=5)), judge("recalled", 3, Situation("to_approve"))
    ('overtaken', 'apply')
    """
    if event in ORDERS:
        possible, already = ORDERS[event]
        if now.state in already:
            return SAME
        return APPLY if now.state in possible else IMPOSSIBLE
    if event == "result_accepted" and now.state == "finished":
        return SAME
    if now.state != ANSWERS[event] or (now.state == "to_approve" and now.level != "assigner"):
        return OVERTAKEN if now.state in OPEN_STATES else IMPOSSIBLE
    return OVERTAKEN if seen and seen < now.asked else APPLY


def judge_revision(theirs, kept, changed, state):
    """What to do with a task that is known already: the words of :func:`judge`.

    ``theirs``: revision of the message, ``kept``: the one we have; ``changed``: its content differs from what we have.

    >>> judge_revision(2, 1, True, "in_progress"), judge_revision(1, 2, True, "in_progress")
    ('apply', 'overtaken')
    """
    if theirs < kept or (theirs == kept and changed):
        return OVERTAKEN
    if theirs == kept or not changed:
        return SAME
    return APPLY if state in OPEN_STATES else IMPOSSIBLE


def answers_extension(state, deadline, wanted):
    """bool or None: a changed deadline decides the extension that is asked for (True: granted), or None, it does not.

    >>> from datetime import date
    >>> answers_extension("to_extend", date(2026, 3, 1), date(2026, 3, 9))
    True
    """
    if state != "to_extend" or deadline == wanted:
        return None
    return wanted is None or (deadline is not None and wanted > deadline)
