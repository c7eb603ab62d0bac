"""``@label-set``: the words that the people of an agency see."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.labels.interfaces import SETS
from qlvb.policy.labels.interfaces import ILabelSet
from zope.i18n import translate


class LabelSetGet(AnsweringService):
    """The sets that there are, and the agency's choice."""

    def answer(self):
        items = [{"id": one, "title": translate(title, context=self.request)} for one, title in SETS.items()]
        address = f"{self.context.absolute_url()}/@label-set"
        return {"@id": address, "labels": ILabelSet(self.context).chosen, "items": items, "items_total": len(items)}


class LabelSetPatch(LabelSetGet):
    """Keeps the choice: ``{"labels": "tdoffice"}``, "" for the product's own words."""

    def answer(self):
        sent = self.body()
        if set(sent) != {"labels"}:
            text = _("violation_labels_field", default="Chỉ nhận trường “labels”.")
            raise Refused(Violation("labels", "field_unknown", text))
        ILabelSet(self.context).choose(sent["labels"])
        return super().answer()
