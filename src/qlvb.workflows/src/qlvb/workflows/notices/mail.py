"""E-mail: the channel, and the connection to the site's mail server."""

from email.headerregistry import Address
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.letters import letter
from qlvb.workflows.notices.replies import act_for
from qlvb.workflows.notices.replies import reply_for
from qlvb.workflows.outbox.interfaces import JobFailed
import smtplib
import ssl
from zope.component import getUtility
from zope.interface import implementer


TIMEOUT = 20  # seconds for each answer of the server
_SMTPS = 465
_HERE = ("localhost", "127.0.0.1", "::1")


@implementer(INoticeChannel)
class Email:
    """See INoticeChannel."""

    title = _("notice_channel_email", default="Thư điện tử")

    def lacks(self, agency_id=None):
        return Channels().mail_lacks

    def offered(self, userid):
        return True

    def rule(self, userid, event):
        return "on"

    def reaches(self, userid):
        return self.lacks() is None and bool(address_of(userid))

    def send(self, userid, notices, job):
        channels = Channels()
        recipient = address_of(userid)
        if not recipient:
            raise JobFailed(_("mail_no_recipient", default="Tài khoản không có địa chỉ thư."), retry=False)
        if (lack := channels.mail_lacks) is not None:
            raise JobFailed(lack)
        settings = channels.mail_settings
        single = bool(job.params["notice"])
        reply = reply_for(userid, notices[0]) if single else None
        forms = {notice.id: act.title for notice in notices if (act := act_for(notice)) is not None}
        message = letter(notices, channels.address, reply is not None, forms)
        message["From"] = _from(settings)
        message["To"] = recipient
        local = job.id
        if reply is not None:
            message["Reply-To"] = reply.address
            local = f"{job.id}={reply.token}"
        message["Message-ID"] = f"<{local}@{settings['address'].rpartition('@')[2]}>"
        deliver(message, settings)


def address_of(userid):
    """The person's e-mail address, "" without one."""
    return (getUtility(IDirectory).person(userid).email or "").strip()


def deliver(message, settings):
    """Hand the message (EmailMessage) to the server. :raises JobFailed: it could not; later again, or never."""
    try:
        with _connected(settings) as server:
            if settings["userid"]:
                server.login(settings["userid"], settings["password"] or "")
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        raise JobFailed(_refused(code, words), retry=code < 500) from refused
    except smtplib.SMTPResponseException as fault:
        raise JobFailed(_refused(fault.smtp_code, fault.smtp_error)) from fault
    except (OSError, smtplib.SMTPException) as fault:
        mapping = {"error": str(fault)[:200]}
        text = _("mail_unreachable", default="Không gửi được qua máy chủ thư: ${error}", mapping=mapping)
        raise JobFailed(text) from fault


def _connected(settings):
    host, port = settings["host"], int(settings["port"] or 25)
    context = ssl.create_default_context()
    if host in _HERE:  # the machine itself, with the certificate that its packages made
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if port == _SMTPS:
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
    server = smtplib.SMTP(host, port, timeout=TIMEOUT)
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=context)
        server.ehlo()
    return server


def _from(settings):
    user, _at, domain = settings["address"].rpartition("@")
    return Address(settings["name"] or "QLVB", user, domain)


def _refused(code, words):
    words = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    return _(
        "mail_refused",
        default="Máy chủ thư từ chối (${code}): ${words}",
        mapping={"code": str(code), "words": words[:200]},
    )
