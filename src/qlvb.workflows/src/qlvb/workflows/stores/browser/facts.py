"""Where the paper of a dossier lies, and who has it: lines among the facts of its page."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.indexing import days_late
from qlvb.content.readings.indexing import reader_of
from qlvb.content.states import state_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.stores.acts import PERMISSION
from zope.component import getUtility


class ArchiveFacts(BrowserView):
    """Part of the page of a dossier."""

    @property
    def place(self):
        """dict label, code, url; None for a dossier in no box."""
        place = getUtility(IPlaces).of(self.context)
        if place is None:
            return None
        box = visible_record(place.box)
        url = box.absolute_url() if box is not None else ""
        return {"label": place.label, "code": place.paper_file_code, "url": url}

    @property
    def lent(self):
        """dict reader, due, late, url of the loan of the paper; None when it is there. Names are for archivists."""
        reading = lent_to(self.context)
        if reading is None:
            return None
        keeps = getSecurityManager().checkPermission(PERMISSION, self.context)
        return {
            "reader": reader_of(reading) if keeps else "",
            "due": f"{reading.due:%d/%m/%Y}",
            "late": days_late(reading),
            "url": reading.absolute_url() if keeps else "",
        }

    @property
    def ask_url(self):
        """Where to ask for the dossier; "" of a destroyed one."""
        if state_of(self.context) == "destroyed":
            return ""
        agency = getUtility(IDirectory).agency_object(getUtility(IDirectory).agency_of(self.context).id)
        return f"{agency['readings'].absolute_url()}/@@ask-to-read?record={self.context.UID()}"
