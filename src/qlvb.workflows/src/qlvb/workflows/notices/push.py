"""Web push: the channel. What is said is encrypted for the device (RFC 8291) and signed by the site (RFC 8292)."""

import json
from pywebpush import WebPushException
from pywebpush import webpush
from qlvb.content import _
from qlvb.content import clock
from qlvb.workflows.notices import vapid
from qlvb.workflows.notices.channels import NO_ADDRESS
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.devices import Devices
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.letters import said
from qlvb.workflows.notices.letters import words
from qlvb.workflows.outbox.interfaces import JobFailed
import requests
from zope.interface import implementer


TIMEOUT = 15  # seconds
KEPT_BY_SERVICE = 24 * 3600  # seconds for which the service keeps what it cannot bring to the device
GONE = (404, 410)
LONGEST_TEXT = 400
NO_CONTACT = _(
    "channel_no_contact",
    default="Dịch vụ đẩy cần địa chỉ công khai dạng https, hoặc địa chỉ thư gửi của hệ thống, để liên hệ.",
)


@implementer(INoticeChannel)
class Push:
    """See INoticeChannel."""

    title = _("notice_channel_push", default="Thiết bị (điện thoại, máy tính)")

    def lacks(self, agency_id=None):
        channels = Channels()
        if not channels.address:
            return NO_ADDRESS
        return None if contact(channels) else NO_CONTACT

    def offered(self, userid):
        return True

    def rule(self, userid, event):
        return "on"

    def reaches(self, userid):
        return self.lacks() is None and bool(Devices(userid).all())

    def send(self, userid, notices, job):
        devices, address = Devices(userid), Channels().address
        said_to, faults = 0, []
        for device in devices.all():
            try:
                self._send(device, notices, address)
            except WebPushException as fault:
                if fault.status_code in GONE:
                    devices.remove(device.id)  # the person has taken the permission back, or the browser is gone
                else:
                    faults.append(f"{fault.status_code or fault.message}")
            except requests.RequestException as fault:
                faults.append(type(fault).__name__)
            else:
                device.used = clock.now()
                said_to += 1
        if faults and not said_to:
            mapping = {"error": ", ".join(faults)[:200]}
            raise JobFailed(_("push_failed", default="Dịch vụ đẩy không nhận: ${error}", mapping=mapping))

    def _send(self, device, notices, address):
        with requests.Session() as session:
            session.max_redirects = 0  # a push service that points elsewhere is not followed
            webpush(
                device.subscription(),
                data=json.dumps(payload(notices, address)),
                vapid_private_key=vapid.private_key(),
                vapid_claims={"sub": contact(Channels())},
                timeout=TIMEOUT,
                ttl=KEPT_BY_SERVICE,
                headers={"Urgency": "high" if any(notice.urgent for notice in notices) else "normal"},
                requests_session=session,
            )


def contact(channels):
    """str: whom a push service asks about this sender (RFC 8292, 2.1): the site's https address, else the one that its
    letters come from; "" where it has neither, and no push service takes anything.
    """
    if channels.address.startswith("https://"):
        return channels.address
    sender = channels.mail_settings["address"]
    return f"mailto:{sender}" if sender else ""


def payload(notices, address):
    """dict: what the service worker of the device shows."""
    first = notices[0]
    more = _("push_more", default="và ${count} thông báo khác", mapping={"count": str(len(notices) - 1)})
    text = words(first)[:LONGEST_TEXT]
    return {
        "title": said(first.title),
        "body": f"{text}\n{said(more)}" if len(notices) > 1 else text,
        "url": f"{address}/@@open-notice?id={first.id}" if len(notices) == 1 else f"{address}/@@notices?show=unread",
        "tag": f"{first.event}-{first.record or first.id}",  # the device shows the newest of those with one tag
        "urgent": first.urgent,
    }
