"""The parts of a task: reports back of the units of an instruction, or subtasks with their progress."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.states import title_of_state
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import may_view
from qlvb.policy.document.browser.records import visible_record
from qlvb.policy.steering.browser.panes import proofs
from qlvb.policy.steering.browser.words import TONES
from qlvb.policy.steering.browser.words import deadline_look
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.days import between_for
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.rows import row_of


class PartsPane(Pane):
    """One row per part, those that the reader may open with a link."""

    template = ViewPageTemplateFile("templates/parts.pt")

    @cached_property
    def parts(self):
        return [row_of(child) for child in children_of(self.record)]

    def available(self):
        return bool(self.parts)

    @property
    def gathers(self):
        """bool: the parts are reports back."""
        return self.record.kind == "instruction"

    @cached_property
    def rows(self):
        """list of dict."""
        return [self.row(number, part) for number, part in enumerate(self.parts, 1)]

    def row(self, number, part):
        task = part.task
        tone, due = deadline_look(state_of(task), part.deadline, task.finished_on, between_for(task))
        reply = visible_record(part.reply)
        person = self.name_of(task.assignee)
        seen = may_view(task)
        latest = self.latest(task) if seen else (part.answer, part.answered_by, part.answered_at)
        return {
            "number": number,
            "subject": task.subject,
            "url": task.absolute_url() if seen else "",
            "executor": part.executor,
            "person": person if person != part.executor else "",
            "latest": latest[0],
            "latest_by": self.name_of(latest[1]),
            "latest_at": show_moment(latest[2]),
            "state": title_of_state("Task", part.state),
            "tone": TONES[part.state],
            "progress": part.progress,
            "deadline": show_date(part.deadline),
            "due": due,
            "due_tone": tone,
            "answer": part.answer,
            "answered": show_moment(part.answered_at),
            "by": self.name_of(part.answered_by),
            "difficulty": part.difficulty,
            "proposal": part.proposal,
            "chases": part.chases,
            "reply": reply,
            "files": proofs(task, part.files) if seen else [],
            "done": part.done,
        }

    def latest(self, task):
        """(text, userid, moment) of the newest report of a part, of whatever kind; empty ones without."""
        reports = execution_of(task).reports
        return (reports[-1].text, reports[-1].by, reports[-1].when) if reports else ("", "", None)

    @property
    def answered(self):
        return sum(1 for part in self.parts if part.done)
