"""``GET @deliveries``"""

from plone.restapi.services import Service
from qlvb.workflows.delivery.interfaces import STATUS_CODES
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.states import STATE_TITLES
from qlvb.workflows.incoming.handling import handling_of
from zope.i18n import translate


class DeliveriesGet(Service):
    """The deliveries of an outgoing document, oldest first."""

    def reply(self):
        items = [self.item(delivery) for delivery in IDeliveries(self.context).all()]
        return {"@id": f"{self.context.absolute_url()}/@deliveries", "items": items, "items_total": len(items)}

    def item(self, delivery):
        return {**delivery.as_json(), "state_title": translate(delivery.title, context=self.request)}


class StatusGet(Service):
    """The status of a received document as its sender knows it; empty for a document that came on paper."""

    def reply(self):
        state = handling_of(self.context).reported
        found = {"@id": f"{self.context.absolute_url()}/@deliveries", "items": [], "items_total": 0}
        if state:
            title = translate(STATE_TITLES[state], context=self.request)
            found["items"] = [{"state": state, "status_code": STATUS_CODES[state], "state_title": title}]
            found["items_total"] = 1
        return found
