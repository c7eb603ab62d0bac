"""What the services share: refusals as JSON, tasks as JSON."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from qlvb.content.states import title_of_state
from qlvb.content.tasks.executors import title_of
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from qlvb.workflows.acts.transitions import state_of
import transaction
from zope.i18n import translate
from zope.interface import alsoProvides


class SteeringService(Service):
    """A service that answers a refusal as one and changes nothing then."""

    def reply(self):
        try:
            return self.answer()
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)

    def answer(self):
        """dict: the body. :raises Refused: becomes the error body."""
        raise TypeError(f"{type(self).__name__} has no answer")

    def body(self):
        """dict: the JSON that was sent, for a service that writes."""
        alsoProvides(self.request, IDisableCSRFProtection)
        return json_body(self.request)

    @property
    def me(self):
        return api.user.get_current().getId()


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
        "executor_title": title_of(executor.token) if executor is not None else None,
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
    }


def _day(day):
    return day.isoformat() if day else None
