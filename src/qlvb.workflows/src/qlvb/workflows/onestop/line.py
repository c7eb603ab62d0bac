"""The events of a submission, as messages of the link: results carry what was issued."""

import base64
from plone import api
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.workflows.links.client import ask
from qlvb.workflows.links.line import Line
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopLink
from zope.i18n import translate


#: By this answer the other side says that it has the event already.
HAS_IT = (409,)


class Events(Line):
    """See Line."""

    kind = "onestop_event"
    link_interface = IOneStopLink

    def dispatches(self, record):
        return case_of(record)

    def change(self, record):
        return case_of(record)

    def number(self, record):
        return case_of(record).case_code

    def transmit(self, record, dispatch):
        settings = self.link.settings
        payload = sent_json(record, dispatch, settings["inline"])
        address = case_of(record).callback or f"{settings['address']}/events"
        headers = {"X-Event-Id": dispatch.id, "X-Event-Type": dispatch.event}
        ask("POST", address, self.link.token(), payload, headers, already=HAS_IT)
        return "confirmed"

    def settled(self, record, dispatch):
        if dispatch.is_result and dispatch.state == "confirmed":
            self.link.close_package(dispatch.id)
        record.reindexObject()

    def acknowledge(self, record, dispatch, state, error=""):
        """The other side has fetched a result and says what became of it: ``confirmed``, ``failed``, or ``queued`` to
        have it again.
        """
        self.link.put_in_line(record.UID(), True)
        self.settle(record, dispatch, state, error)


EVENTS = Events()


def sent_json(record, dispatch, inline):
    """dict of JSON values: an event as it goes over the wire, its files inside of it when ``inline``."""
    found = dispatch.envelope(case_of(record).echo)
    document = found.get("document")
    if document is not None:
        document = {**document, "files": [file_json(record, dispatch.id, one, inline) for one in document["files"]]}
        found["document"] = document
    return found


def file_json(record, package_id, told, inline):
    """dict: a file of a result with its address, and its bytes when ``inline``, or what keeps them here."""
    public = Channels().address or api.portal.get().absolute_url()
    found = {**told, "url": f"{public}/@onestop-results/{package_id}/files/{told['fileId']}"}
    version = version_of(record, told["fileId"])
    if not inline or version is None:
        return found
    if obstacle := ILeaving(version).obstacle:
        return {**found, "error": translate(obstacle.message, target_language="vi")}
    return {**found, "base64": base64.b64encode(version.data()).decode()}


def version_of(record, file_id):
    """IFileVersion by the id that events carry (``<file>.<version>``), or None."""
    name, _dot, number = file_id.rpartition(".")
    stored = IFileStore(record).get(name)
    return stored.version(int(number)) if stored is not None and number.isascii() and number.isdigit() else None
