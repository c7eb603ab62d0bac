"""``GET @chain``"""

from plone.restapi.services import Service
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.chain.walk import KINDS
from qlvb.workflows.chain.walk import chain_of
from zope.i18n import translate


class ChainGet(Service):
    """The chain in which the record stands, from its beginning: received, submitted, answered, answered back.
    ``hidden``: how many neighbours the person may not view.
    """

    def reply(self):
        steps, hidden = chain_of(self.context)
        items = [
            {
                "@id": step.record.absolute_url(),
                "@type": step.record.portal_type,
                "UID": step.uid,
                "kind": step.kind,
                "kind_title": translate(KINDS[step.kind], context=self.request),
                "depth": step.depth,
                "reference": getattr(step.record, "reference", ""),
                "subject": step.record.subject,
                "date": step.day.isoformat(),
                "state": state_of(step.record),
                "current": step.current,
            }
            for step in steps
        ]
        return {
            "@id": f"{self.context.absolute_url()}/@chain",
            "items": items,
            "items_total": len(items),
            "hidden": hidden,
        }
