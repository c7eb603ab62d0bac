"""``@@labels.pdf`` of a store, a shelf, a box: labels with QR codes that open the page of the box."""

from Products.Five.browser import BrowserView
from qlvb.content.files.serving import send
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.stores.acts import boxes_below
from qlvb.workflows.stores.browser.box import full_code
from qlvb.workflows.stores.labels import label_sheet
from zope.component import getUtility


class Labels(BrowserView):
    """Opened in place, for printing."""

    def __call__(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        labels = []
        for box in sorted(boxes_below(self.context), key=full_code):
            title = box.title if box.code not in box.title else ""
            labels.append((box.absolute_url(), full_code(box), title, (agency.identifier,)))
        return send(self.request, label_sheet(labels, agency.title), "nhan-hop.pdf", "application/pdf", inline=True)
