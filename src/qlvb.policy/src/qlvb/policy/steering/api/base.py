"""What the services share: tasks as JSON."""

from qlvb.content.states import title_of_state
from qlvb.content.tasks.executors import title_of
from qlvb.workflows.acts.transitions import state_of
from zope.i18n import translate


def task_json(task, request):
    """dict of JSON values: what a client needs to list a task."""
    state = state_of(task)
    executor = task.executor
    return {
        "@id": task.absolute_url(),
        "@type": "Task",
        "UID": task.UID(),
        "subject": task.subject,
        "kind": task.kind,
        "state": state,
        "state_title": translate(title_of_state("Task", state), context=request),
        "assigner": task.assigner,
        "executor": executor.token if executor is not None else None,
        "executor_title": title_of(executor.token, task.finished_on) if executor is not None else None,
        "coordinators": list(task.coordinators),
        "assigned_on": _day(task.assigned_on),
        "deadline": _day(task.deadline),
        "finished_on": _day(task.finished_on),
        "progress": task.progress or 0,
        "report_back": task.report_back,
        "quotation": task.quotation,
        "page": task.page,
        "source": task.source or None,
        "parent": task.parent or None,
        "province_number": task.province_number or None,
        "province_document": task.province_document or None,
        "province_url": task.province_url or None,
    }


def _day(day):
    return day.isoformat() if day else None
