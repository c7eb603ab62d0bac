"""``@workflow`` of a record: history and state as Plone gives them, the possible acts where Plone lists transitions."""

from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services.workflow.info import WorkflowInfo
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.interfaces import IRecord
from qlvb.workflows.acts.api.acts.service import ActService
from qlvb.workflows.acts.interfaces import IActs
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IRecord, IQlvbLayer)
class RecordWorkflow(WorkflowInfo):
    """The expandable element ``workflow``."""

    def __call__(self, expand=False):
        result = super().__call__(expand)
        if expand:
            result["workflow"]["transitions"] = [
                {
                    "@id": f"{self.context.absolute_url()}/@workflow/{act.id}",
                    "title": translate(act.title, context=self.request),
                }
                for act, violations in IActs(self.context).possible()
                if not violations
            ]
        return result


class RecordWorkflowGet(ActService):
    """State and history as Plone gives them, with the possible acts as transitions."""

    def answer(self):
        return RecordWorkflow(self.context, self.request)(expand=True)["workflow"]
