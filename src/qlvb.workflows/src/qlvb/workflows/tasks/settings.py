"""What an agency decides about its tasks: limits of extensions, the ladder of chasing."""

from qlvb.content.organisation.interfaces import IAgency
from qlvb.workflows.acts.settings import AgencySettings
from qlvb.workflows.tasks.interfaces import ITaskSettings
from zope.component import adapter
from zope.interface import implementer


@implementer(ITaskSettings)
@adapter(IAgency)
class TaskSettings(AgencySettings):
    """See ITaskSettings."""

    annotation, schema = "qlvb.tasks.settings", ITaskSettings
