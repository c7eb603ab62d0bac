"""The table of reports back (hồi báo): a row for each unit that carries out a part of an instruction."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from qlvb.content import clock
from qlvb.content.tasks.executors import title_of
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.reckoning import all_in
from qlvb.workflows.tasks.reckoning import timeliness


@dataclass(frozen=True)
class AnswerRow:
    """What one unit has answered. ``task`` is its Task, ``answer`` the text of its newest report back, "" for none;
    ``timeliness`` is judged by the day of the answer, as long as there is none by today.
    """

    task: object
    executor: str
    state: str
    progress: int
    deadline: date | None
    answer: str
    answered_at: datetime | None
    answered_by: str
    reply: str
    difficulty: str
    proposal: str
    chases: int
    done: bool
    timeliness: str
    files: tuple = ()  # ids of files of ``task`` that prove the answer


def rows_of(task):
    """The rows of an instruction or of any task with subtasks, in the order in which they were given: list."""
    return [row_of(child) for child in children_of(task) if child.kind != "difficulty"]


def row_of(child):
    """The AnswerRow of one task."""
    state, execution = state_of(child), execution_of(child)
    report = execution.answer()
    answered = report.when if report is not None else None
    finished = child.finished_on or (answered.date() if answered else None)
    judged = "finished" if finished and state not in ("closed", "finished") else state
    return AnswerRow(
        task=child,
        executor=title_of(child.executor.token, child.finished_on) if child.executor is not None else "",
        state=state,
        progress=child.progress or 0,
        deadline=child.deadline,
        answer=report.text if report is not None else "",
        answered_at=answered,
        answered_by=report.by if report is not None else "",
        reply=report.reply if report is not None else "",
        difficulty="\n".join(item.text for item in execution.unsettled()),
        proposal=report.proposal if report is not None else "",
        chases=len(execution.chases),
        done=all_in([(state, report is not None)]),
        timeliness=timeliness(judged, child.deadline, finished, clock.today()),
        files=tuple(report.files) if report is not None else (),
    )
