"""The channel of notices that goes to mobile phones, the trial of a gateway, and what the log keeps of both.

A message costs the agency money, so its rule decides what goes out (by event and urgency), never whoever does an act;
a person may want none. Sending is the outbox's: tried again, and what failed for good stands in the log.
"""

from qlvb.content import _
from qlvb.content.desks.interfaces import IDesk
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.links.client import REFUSED
from qlvb.workflows.links.client import exchange
from qlvb.workflows.links.client import trouble
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.interfaces import INoticesWent
from qlvb.workflows.notices.letters import said
from qlvb.workflows.outbox.handed import HandedOver
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.sms.answers import READERS
from qlvb.workflows.sms.answers import taken
from qlvb.workflows.sms.answers import words_of
from qlvb.workflows.sms.gateway import gateway_of
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.rules import FORMS
from qlvb.workflows.sms.rules import body
from qlvb.workflows.sms.rules import hidden
from qlvb.workflows.sms.rules import local
from qlvb.workflows.sms.rules import mobile
from qlvb.workflows.sms.rules import places
from qlvb.workflows.sms.rules import shortened
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


CHANNEL = "sms"
TRIAL = "sms_trial"
SECRET = _("sms_secret", default="Văn bản mật: đăng nhập để xem.")
URGENT = _("sms_urgent", default="[Khẩn]")
NO_NUMBER = _("sms_no_number", default="Tài khoản không có số điện thoại di động.")
NO_GATEWAY = _(
    "sms_agency_no_gateway",
    default="Cơ quan chưa đặt cổng tin nhắn; quản trị đơn vị (${people}) đặt ở Quản trị → Cổng tin nhắn (SMS).",
)
NO_GATEWAY_NOR_ADMIN = _(
    "sms_agency_no_gateway_nor_admin", default="Cơ quan chưa đặt cổng tin nhắn và chưa có quản trị đơn vị để đặt."
)
BELL = _("sms_bell_instead", default="Người nhận vẫn được báo ngay ở chuông thông báo.")
BELL_AND_LETTER = _(
    "sms_letter_instead",
    default="Người nhận vẫn được báo ngay ở chuông thông báo; cần gấp thì chọn gửi Email.",
)
TRIAL_TEXT = _("sms_trial_text", default="QLVB: tin nhắn thử, cổng tin nhắn của cơ quan đã dùng được.")


def number_of(userid):
    """The person's mobile number as gateways take it, "" without one."""
    return mobile(getUtility(IDirectory).person(userid).phone)


@implementer(INoticeChannel)
class Sms:
    """See INoticeChannel."""

    title = _("notice_channel_sms", default="Tin nhắn (SMS)")

    def lacks(self, agency_id=None):
        directory = getUtility(IDirectory)
        if agency_id is not None:
            return None if ISmsGateway(directory.agency_object(agency_id)).enabled else _lacking(agency_id)
        if any(ISmsGateway(directory.agency_object(one.id)).enabled for one in directory.agencies()):
            return None
        return _("sms_no_gateway", default="Chưa cơ quan nào đặt cổng tin nhắn.")

    def offered(self, userid):
        gateway = gateway_of(userid)
        return gateway is not None and gateway.enabled

    def reaches(self, userid):
        return bool(number_of(userid)) and self.offered(userid)

    def rule(self, userid, event):
        gateway = gateway_of(userid)
        return gateway.rule(event) if gateway is not None else "off"

    def send(self, userid, notices, job):
        if not self.offered(userid):
            raise JobFailed(_("sms_off", default="Cơ quan đã tắt cổng tin nhắn."), retry=False)
        transmit(gateway_of(userid), number_of(userid), words(notices), job.id)


def _lacking(agency_id):
    """Message: the agency has no gateway, who can set one, and how people are told meanwhile."""
    people = ", ".join(map(name_of, getUtility(IDirectory).holders(agency_id, "agency_admin")))
    lack = _with(NO_GATEWAY, people=people) if people else NO_GATEWAY_NOR_ADMIN
    instead = BELL if getUtility(INoticeChannel, name="email").lacks() is not None else BELL_AND_LETTER
    return _("sms_lacking", default="${lack} ${instead}", mapping={"lack": lack, "instead": instead})


def _with(message, **mapping):
    return type(message)(message, mapping=mapping)


def words(notices):
    """What a message says of notices (list of Shown): of the first, and how many more there are."""
    first = notices[0]
    parts = [said(URGENT)] if first.urgent else []
    parts.append(f"{said(first.title)}:")
    if first.secret:
        parts.append(said(SECRET))
    elif not first.hidden:
        day = [f"hạn {first.due:%d/%m/%Y}"] if first.due else []
        parts.append(" - ".join(filter(None, [first.reference, *day, first.subject])) or said(first.text))
    if len(notices) > 1:
        more = _("push_more", default="và ${count} thông báo khác", mapping={"count": str(len(notices) - 1)})
        parts.append(f"({said(more)})")
    return " ".join(parts)


def transmit(gateway, number, text, job_id):
    """Hand one message to the gateway. :raises JobFailed: it was not taken; later again, or never."""
    if not number:
        raise JobFailed(NO_NUMBER, retry=False)
    settings = gateway.settings
    values = {
        "phone": number,
        "local": local(number),
        "text": shortened(text, settings["accents"]),
        "brand": settings["brand"],
        "id": job_id,
        "token": gateway.token(),
    }
    posted = {FORMS[settings["form"]]: body(settings["template"], values)}
    headers = {"Idempotency-Key": job_id}
    token = "" if "token" in places(settings["template"]) else values["token"]
    status, answer = exchange("POST", settings["address"], token, headers, READERS[settings["answer"]], **posted)
    if not 200 <= status < 300:
        raise JobFailed(trouble(status) if status not in REFUSED else _refusal(status, answer), status not in REFUSED)
    if not taken(answer, settings["taken_field"], settings["taken_value"]):
        raise JobFailed(_refusal(status, answer))


def _refusal(status, answer):
    words = " ".join(words_of(answer))
    return _(
        "sms_refused",
        default="Cổng tin nhắn không nhận (mã ${status}). ${words}",
        mapping={"status": str(status), "words": words[:200]},
    )


@adapter(IDesk, INoticesWent)
def note_in_log(desk, event):
    """Write down what went out, or could not."""
    gateway = gateway_of(desk.owner) if event.channel == CHANNEL else None
    if gateway is not None:
        events = dict.fromkeys(notice.event for notice in event.notices)
        gateway.note(event.job.id, desk.owner, events, hidden(number_of(desk.owner)), event.error)


@implementer(IJobHandler)
class TryGateway:
    """Sends a message to the person who asked for it, over the gateway of the agency that the job names."""

    max_attempts = 2
    timeout = 60

    def __init__(self):
        self._handed = HandedOver()

    def run(self, desk, job):
        gateway, number = self._gateway(job), number_of(desk.owner)
        self._handed.once(job, lambda: transmit(gateway, number, said(TRIAL_TEXT), job.id))
        gateway.note(job.id, desk.owner, (), hidden(number))

    def failed(self, desk, job):
        self._gateway(job).note(job.id, desk.owner, (), hidden(number_of(desk.owner)), job.error)

    def _gateway(self, job):
        return ISmsGateway(getUtility(IDirectory).agency_object(job.params["agency"]))
