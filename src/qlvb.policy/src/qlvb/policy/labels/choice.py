"""The agency's choice, kept on the agency."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.labels.interfaces import SETS
from qlvb.policy.labels.interfaces import ILabelSet
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.labels"


@implementer(ILabelSet)
@adapter(IAgency)
class LabelSet:
    """See ILabelSet."""

    def __init__(self, agency):
        self.agency = agency

    @property
    def chosen(self):
        kept = IAnnotations(self.agency).get(ANNOTATION, "")
        return kept if kept in SETS else ""

    def choose(self, set_id):
        if not isinstance(set_id, str) or set_id not in SETS:
            name = {"name": str(set_id)[:80]}
            text = _("violation_labels_unknown", default="Không có bộ nhãn “${name}”.", mapping=name)
            raise Refused(Violation("labels", "labels_unknown", text))
        if set_id != self.chosen:
            IAnnotations(self.agency)[ANNOTATION] = set_id
