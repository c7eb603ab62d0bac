"""Decisions of the province, and its answers to reports."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.tasklink.api.orders.services import state_json
from qlvb.workflows.tasklink.incoming import take_event


class EventsPost(AnsweringService):
    """Recall, close, chase, accept or reject a result, decide an extension and so on; the same ``id`` again changes
    nothing.
    """

    def answer(self):
        task, outcome = take_event(self.body(), self.userid, self.context)
        return state_json(task, outcome, self.request)
