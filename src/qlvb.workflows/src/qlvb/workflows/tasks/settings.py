"""What an agency decides about its tasks: limits of extensions, the ladder of chasing. Plain data on the agency."""

from persistent.mapping import PersistentMapping
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.tasks.interfaces import ITaskSettings
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
from zope.schema import getFieldsInOrder


ANNOTATION = "qlvb.tasks.settings"


@implementer(ITaskSettings)
@adapter(IAgency)
class TaskSettings:
    """See ITaskSettings: what was decided, else the field's default."""

    def __init__(self, agency):
        self.agency = agency

    def __getattr__(self, name):
        if name not in ITaskSettings:
            raise AttributeError(name)
        return self.values()[name]

    def values(self):
        """dict field -> value."""
        kept = IAnnotations(self.agency).get(ANNOTATION, {})
        return {name: kept.get(name, field.default) for name, field in getFieldsInOrder(ITaskSettings)}

    def change(self, raw):
        """Keep ``raw`` (JSON-like values of some or all fields). :raises Refused: 400, one violation per fault."""
        values, violations = convert(ITaskSettings, raw, self.agency, self.values())
        if violations:
            raise Refused(violations)
        IAnnotations(self.agency)[ANNOTATION] = PersistentMapping(values)
