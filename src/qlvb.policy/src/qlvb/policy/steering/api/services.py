"""Tasks over REST: giving them, listing those of a record, one in full, reports back, figures."""

from Acquisition import aq_base
from plone import api
from qlvb.content.answering import AnsweringService
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.records import may_view
from qlvb.policy.steering.api.base import task_json
from qlvb.policy.steering.figures import FIGURES
from qlvb.policy.steering.figures import Dashboard
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.given import read_json
from qlvb.workflows.tasks.interfaces import ITaskFactory
from qlvb.workflows.tasks.paragraphs import paragraphs_of
from qlvb.workflows.tasks.paragraphs import subject_of
from qlvb.workflows.tasks.rows import rows_of
from zope.component import getUtility
from zope.i18n import translate


class TasksPost(AnsweringService):
    """Give a task in the name of the agency; with several leads an instruction with a task for each."""

    def answer(self):
        fields = read_json(self.body(), self.context)
        task = getUtility(ITaskFactory).create(self.context.getId(), fields, self.userid)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", task.absolute_url())
        return task_json(task, self.request)


class TasksGet(AnsweringService):
    """The tasks that were given from a document, or the subtasks of a task, as far as the person may see them."""

    def answer(self):
        found = [task for task in children_of(self.context) if may_view(task)]
        return {
            "@id": f"{self.context.absolute_url()}/@tasks",
            "items": [task_json(task, self.request) for task in found],
        }


class TaskGet(AnsweringService):
    """A task with its reports, difficulties, extensions and chasings."""

    def answer(self):
        execution = execution_of(self.context)
        return {
            **task_json(self.context, self.request),
            "@id": f"{self.context.absolute_url()}/@task",
            "request": aq_base(self.context).request,
            "product": self.context.product,
            "reports": [_plain(one) for one in execution.reports],
            "difficulties": [_plain(one) for one in execution.difficulties],
            "extensions": [_plain(one) for one in execution.extensions],
            "chases": [_plain(one) for one in execution.chases],
            "province_reports": [
                {"id": one.id, "event": one.event, "when": one.when.isoformat(), "state": one.state}
                for one in exchange_of(self.context).reports
            ],
        }


def _plain(one):
    """dict of JSON values of a small persistent object; what was never set keeps its class's value."""
    names = [name for name in (*vars(type(one)), *vars(one)) if not name.startswith("_")]
    values = {name: getattr(one, name) for name in dict.fromkeys(names)}
    plain = {name: value for name, value in values.items() if not callable(value)}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in plain.items()}


class AnswersGet(AnsweringService):
    """The table of reports back: a row for each unit."""

    def answer(self):
        rows = rows_of(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@answers",
            "complete": bool(rows) and all(row.done for row in rows),
            "items": [
                {
                    "task": row.task.absolute_url() if may_view(row.task) else None,
                    "executor": row.executor,
                    "state": row.state,
                    "progress": row.progress,
                    "deadline": row.deadline.isoformat() if row.deadline else None,
                    "answer": row.answer,
                    "answered": row.answered_at.isoformat() if row.answered_at else None,
                    "difficulty": row.difficulty,
                    "proposal": row.proposal,
                    "chases": row.chases,
                    "done": row.done,
                    "timeliness": row.timeliness,
                }
                for row in rows
            ],
        }


class ParagraphsGet(AnsweringService):
    """The sentences of a document that may become tasks, with their pages."""

    def answer(self):
        readable = IFileStore(self.context).readable()
        found = paragraphs_of(readable[1].text()) if readable is not None else []
        return {
            "@id": f"{self.context.absolute_url()}/@paragraphs",
            "items": [
                {"page": one.page, "text": one.text, "subject": subject_of(one.text), "order": one.order}
                for one in found
            ],
        }


class DashboardGet(AnsweringService):
    """The figures by unit and person; each with the address of the list that it counts."""

    def answer(self):
        names = ("agency", "issue_from", "issue_to")
        filters = {name: self.request.form[name] for name in names if self.request.form.get(name)}
        portal_url = api.portal.get().absolute_url()
        board = Dashboard(filters)
        titles = {figure.id: translate(figure.title, context=self.request) for figure in FIGURES}
        return {
            "@id": f"{portal_url}/@task-dashboard",
            "figures": titles,
            "total": _row(board.total()),
            "units": [_row(row) for row in board.units()],
            "people": [_row(row) for row in board.people()],
        }


def _row(row):
    numbers = {name: counted.number for name, counted in row.counted.items()}
    return {
        "key": row.key,
        "title": row.title,
        "numbers": numbers,
        "lists": {name: counted.page for name, counted in row.counted.items()},
    }
