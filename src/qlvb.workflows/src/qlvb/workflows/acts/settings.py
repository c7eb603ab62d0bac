"""What an agency decides for one room: values of a schema in an annotation of the agency, made on first write."""

from persistent.mapping import PersistentMapping
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.workflows.acts.conversion import convert
from zope.annotation.interfaces import IAnnotations
from zope.schema import getFieldsInOrder


class AgencySettings:
    """Base of adapters of an agency. A subclass gives ``annotation`` and ``schema``; the values read as attributes:
    what was decided, else the field's default.
    """

    annotation = ""
    schema = None

    def __init__(self, agency):
        self.agency = agency

    def __getattr__(self, name):
        if name not in self.schema:
            raise AttributeError(name)
        return self._kept.get(name, self.schema[name].default)

    @property
    def _kept(self):
        return IAnnotations(self.agency).get(self.annotation, {})

    def values(self):
        """dict field -> value."""
        return {name: getattr(self, name) for name, _field in getFieldsInOrder(self.schema)}

    def change(self, raw):
        """Keep ``raw`` (JSON-like values of some or all fields). :raises Refused: 400, one violation per fault."""
        values, violations = convert(self.schema, raw, self.agency, self.values())
        if violations:
            raise Refused(violations)
        self.keep(values)

    def keep(self, values):
        """Write down converted values."""
        kept_under(self.agency, self.annotation, PersistentMapping).update(values)
