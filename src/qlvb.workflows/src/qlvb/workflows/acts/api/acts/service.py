"""REST: ``GET @acts``, ``GET @acts/<id>``, ``POST @acts/<id>`` (header ``Idempotency-Key``)."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.describe import describe_act
from qlvb.workflows.acts.faster import sequence_of
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.refusing import give_up
from qlvb.workflows.acts.results import in_words
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.acts.transitions import title_of_state
from types import MappingProxyType
from zExceptions import Unauthorized
from zope.i18n import translate
from zope.publisher.interfaces import NotFound


class ActService(PathService):
    """What the services share: the act's id from the address, the right to see the record, the shape of refusals."""

    def publishTraverse(self, request, name):
        if self.path:
            raise NotFound(self, name, request)
        return super().publishTraverse(request, name)

    @property
    def act_id(self):
        return self.only_name or None

    def reply(self):
        if not getSecurityManager().checkPermission("View", self.context):
            raise Unauthorized("View")
        return super().reply()

    def answer(self):
        """dict: the body of the answer. :raises Refused: becomes the error body."""
        raise Refused([Violation("", "unknown_act", _("violation_act_missing", default="Chưa nêu thao tác."))], 404)


class ActsGet(ActService):
    """The acts worth showing to the current user, or one of them."""

    def answer(self):
        acts = IActs(self.context)
        if self.act_id is None:
            return {
                "@id": f"{self.context.absolute_url()}/@acts",
                "state": {
                    "id": state_of(self.context),
                    "title": translate(title_of_state(self.context), context=self.request),
                },
                "seq": sequence_of(self.context),
                "items": [describe_act(act, violations, self.request) for act, violations in acts.possible()],
            }
        act = acts.get(self.act_id)
        if act is None:
            return super().answer()
        return describe_act(act, act.check(), self.request)


class ActsPost(ActService):
    """Perform an act."""

    sent = MappingProxyType({})

    def answer(self):
        if self.act_id is None:
            return super().answer()
        self.sent = self.body()
        return in_words(IActs(self.context).perform(self.act_id, self.sent, self.key), self.request)

    def give_up(self, refused):
        """Nothing of the act is stored; rooms may keep the attempt."""
        give_up(self.context, self.act_id or "", self.sent, refused)
