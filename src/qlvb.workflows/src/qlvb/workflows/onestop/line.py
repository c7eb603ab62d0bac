"""The events of a submission, as messages of the link: results carry what was issued."""

import base64
from plone import api
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.links.client import ask
from qlvb.workflows.links.line import Line
from qlvb.workflows.links.signed import Signed
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopLink
from qlvb.workflows.onestop.rules import CONTRACT
from zope.i18n import translate


#: Kept as the detail of a delivery.
HANDED_OVER = "Trả kết quả qua hệ thống một cửa."
#: By this answer the other side says that it has the event already.
HAS_IT = (409,)


class Events(Line):
    """See Line."""

    kind, test_kind = "onestop_event", "onestop_test"
    name = "onestop-link"
    link_interface = IOneStopLink
    several = True

    def links(self):
        return self.link.all()

    def link_of(self, record):
        return self.link_named(case_of(record).system)

    def link_of_account(self, userid):
        """The link of the system that has this account, the first when none has."""
        return next((link for link in self.links() if link.settings["account"] == userid), self.link)

    def add(self, values):
        """Link one more system; see IOneStopLink.add."""
        return self.link.add(values)

    def dispatches(self, record):
        return case_of(record)

    def change(self, record):
        return case_of(record)

    def number(self, record):
        return case_of(record).case_code

    def transmit(self, record, dispatch):
        link = self.link_of(record)
        settings = link.settings
        payload = sent_json(record, dispatch, settings["inline"])
        address = case_of(record).callback or f"{settings['address']}/events"
        headers = {"X-Event-Id": dispatch.id, "X-Event-Type": dispatch.event}
        ask("POST", address, signed_by(link), payload, headers, already=HAS_IT)
        return "confirmed"

    def settled(self, record, dispatch):
        if dispatch.is_result and dispatch.state == "confirmed":
            self.link_of(record).close_package(dispatch.id)
            if dispatch.event == "result.issued":
                hand_over(record)
        record.reindexObject()

    def acknowledge(self, record, dispatch, state, error=""):
        """The other side has fetched a result and says what became of it: ``confirmed``, ``failed``, or ``queued`` to
        have it again.
        """
        self.link_of(record).put_in_line(record.UID(), True)
        self.settle(record, dispatch, state, error)


EVENTS = Events()


def signed_by(link):
    """The token of a link, with the signature of its newest key where it has one."""
    key = next((one for one in link.keys.working() if one.secret), None)
    return Signed(link.token(), key.id, key.secret) if key is not None else link.token()


def hand_over(record):
    """The one-stop system has the result and hands it to the owner of the dossier (bộ phận Một cửa trả kết quả): what
    was to be sent to him outside of this site is sent.
    """
    deliveries, owner = IDeliveries(record), case_of(record).owner_name
    for delivery in deliveries.all():
        if delivery.state == "manual" and delivery.recipient["name"] == owner:
            deliveries.move(delivery.id, "sent", HANDED_OVER)


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
    found = {**told, "url": f"{public}/{CONTRACT}/results/{package_id}/files/{told['fileId']}"}
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
