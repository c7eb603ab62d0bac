"""Tasks of the province's system: giving, changing, asking how they stand."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.incoming import take_task
from qlvb.workflows.tasklink.interfaces import ITaskLink
from zope.component import getUtility
from zope.i18n import translate


def state_json(task, outcome, request):
    """dict of JSON values: how a task stands with us; ``outcome``: what was done with the message."""
    exchange, state = exchange_of(task), state_of(task)
    return {
        "number": task.province_number,
        "UID": task.UID(),
        "@id": task.absolute_url(),
        "agency": task.executing_agency,
        "outcome": outcome,
        "revision": exchange.revision,
        "state": state,
        "state_title": translate(title_of_state("Task", state), context=request),
        "progress": task.progress or 0,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "last_report": len(exchange.reports),
    }


class OrdersGet(AnsweringService):
    """How the task with the ``number`` of the query stands, with every report about it."""

    def answer(self):
        number = self.request.form.get("number")
        task = getUtility(ITaskLink).task(number if isinstance(number, str) else "")
        if task is None:
            text = _("violation_tasklink_number_unknown", default="Không có nhiệm vụ mang số này.")
            raise Refused(Violation("number", "number_unknown", text), 404)
        reports = [{**one.payload(), "report_state": one.state} for one in exchange_of(task).reports]
        return {**state_json(task, "", self.request), "reports": reports}


class OrdersPost(AnsweringService):
    """Give a task or send its newest revision: 201 when it is new, 200 when it was known; the same again changes
    nothing.
    """

    def answer(self):
        task, outcome = take_task(self.body(), self.userid, self.context)
        self.request.response.setStatus(201 if outcome == "new" else 200)
        return state_json(task, outcome, self.request)
