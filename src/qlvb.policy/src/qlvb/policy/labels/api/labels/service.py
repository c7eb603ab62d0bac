"""``@label-set``: the words that the people of an agency see."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.policy.labels.interfaces import SETS
from qlvb.policy.labels.interfaces import ILabelSet
from zope.i18n import translate
from zope.interface import alsoProvides


class LabelSetGet(Service):
    """The sets that there are, and the agency's choice."""

    def reply(self):
        items = [{"id": one, "title": translate(title, context=self.request)} for one, title in SETS.items()]
        address = f"{self.context.absolute_url()}/@label-set"
        return {"@id": address, "labels": ILabelSet(self.context).chosen, "items": items, "items_total": len(items)}


class LabelSetPatch(LabelSetGet):
    """Keeps the choice: ``{"labels": "tdoffice"}``, "" for the product's own words."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            data = sent_json(self.request)
            if set(data) != {"labels"}:
                text = _("violation_labels_field", default="Chỉ nhận trường “labels”.")
                raise Refused(Violation("labels", "field_unknown", text))
            ILabelSet(self.context).choose(data["labels"])
        except Refused as refused:
            return refused_response(self.request, refused)
        return super().reply()
