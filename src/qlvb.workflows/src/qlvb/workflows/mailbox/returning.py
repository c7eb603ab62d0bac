"""Whoever sent a letter that the clerk sends back (Trả lại) is told by e-mail, with the reason: no system of his shows
it to him (NĐ 30/2020 Điều 21).
"""

from email import message_from_bytes
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.mailbox import parsing
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.headers import POLICY
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.letters import one_line
from qlvb.workflows.notices.letters import said
from qlvb.workflows.notices.mail import deliver
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
import re
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


SUBJECT = _("letter_back_subject", default="Trả lại: ${subject}")
WORDS = _(
    "letter_back_words",
    default="${agency} trả lại thư “${subject}” gửi lúc ${when}; thư chưa được đăng ký vào sổ văn bản đến.",
)
REASON = _("letter_back_reason", default="Lý do: ${reason}")
FOOT = _("letter_back_foot", default="Thư do hệ thống quản lý văn bản gửi theo thao tác của văn thư cơ quan.")
NOT_TOLD = _(
    "told_letter_not_returned",
    default="Không báo được cho người gửi thư ${address} rằng thư bị trả lại: ${why} Hãy báo bằng cách khác.",
)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,400}>")


@adapter(IIncomingDocument, IActPerformed)
def tell_sender(record, event):
    """The act Trả lại on a document that came as a letter."""
    letter = IOriginalLetter(record, None)
    if event.act.id == "refuse" and letter is not None and address_of(letter):
        IJobs(record).enqueue("letter_returned", "returned", {"reason": event.data["reason"]}, event.actor.userid)


@implementer(IJobHandler)
class LetterReturned:
    """See IJobHandler; ``record`` is the document that was made of the letter."""

    max_attempts = 8
    timeout = 60

    def run(self, record, job):
        channels = Channels()
        if (lack := channels.mail_lacks) is not None:
            raise JobFailed(lack)
        letter, settings = IOriginalLetter(record), channels.mail_settings
        message = answer(record, letter, job.params["reason"])
        user, _at, domain = settings["address"].rpartition("@")
        message["From"] = Address(settings["name"] or "QLVB", user, domain)
        message["Message-ID"] = f"<{job.id}@{domain}>"
        deliver(message, settings)
        IJournal(record).append("letter_returned", "system", {"address": address_of(letter)})

    def failed(self, record, job):
        """The agency's clerks have to tell the sender in another way."""
        agency = getUtility(IDirectory).agency_of(record)
        mapping = {
            "address": address_of(IOriginalLetter(record)),
            "why": translate(job.error, target_language="vi"),
        }
        text = _(str(NOT_TOLD), default=NOT_TOLD.default, mapping=mapping)
        getUtility(INotices).tell([group_id(agency.id, "clerk")], "delivery_failed", record, text)


def address_of(letter):
    """str: the address of whoever wrote the letter (IOriginalLetter), "" where it names none that mail can go to."""
    found = parsing.parse(letter.data(), complete=False).sender_address
    user, at, domain = found.rpartition("@")
    return found if user and at and domain and found.isascii() and not re.search(r"[\s<>,;]", found) else ""


def answer(record, letter, reason):
    """EmailMessage without sender: what the writer of the letter is told."""
    head = message_from_bytes(letter.data(), policy=policy.compat32)
    subject = one_line(letter.subject) or one_line(record.subject)
    agency = getUtility(IDirectory).agency_of(record)
    mapping = {
        "agency": agency.title,
        "subject": subject,
        "when": show_moment(letter.sent) if letter.sent else "?",
        "reason": reason,
    }
    lines = [said(_(str(words), default=words.default, mapping=mapping)) for words in (WORDS, REASON, FOOT)]
    message = EmailMessage(policy=POLICY)
    message["Subject"] = one_line(said(_(str(SUBJECT), default=SUBJECT.default, mapping=mapping)))
    message["To"] = address_of(letter)
    message["Date"] = clock.now()
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    if known := _MESSAGE_ID.search(str(head.get("Message-ID", ""))):
        message["In-Reply-To"] = message["References"] = known[0]
    message.set_content("\n\n".join(lines) + "\n")
    return message
