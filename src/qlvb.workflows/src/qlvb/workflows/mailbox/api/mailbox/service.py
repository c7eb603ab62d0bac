"""``@mailbox`` of an agency, ``@mail`` of an incoming document."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from zope.i18n import translate


class MailboxGet(AnsweringService):
    """The settings and how the last look went. The password is never told, only whether there is one."""

    def answer(self):
        mailbox = IMailbox(self.context)
        state = mailbox.state
        state["checked"] = state["checked"].isoformat() if state["checked"] else None
        address = f"{self.context.absolute_url()}/@mailbox"
        return {
            "@id": address,
            **mailbox.settings,
            "has_password": mailbox.has_password,
            "server_allowed": AllowedServers().allows(mailbox.settings),
            "state": state,
        }


class MailboxPatch(MailboxGet):
    """Changes ``enabled``, ``host``, ``port``, ``security`` (tls, starttls, none), ``account``, ``password``,
    ``folder``. With another host the password must be sent too.
    """

    def answer(self):
        IMailbox(self.context).change(self.body())
        return super().answer()


class MailGet(AnsweringService):
    """The letter that the document came with: sender, date, text, and what was not taken. 404 for other documents."""

    def answer(self):
        letter = IOriginalLetter(self.context, None)
        if letter is None:
            text = _("violation_no_letter", default="Văn bản này không đến bằng thư điện tử.")
            raise Refused(Violation("", "no_letter", text), status=404)
        return {
            "@id": f"{self.context.absolute_url()}/@mail",
            "sender": letter.sender,
            "sent": letter.sent.isoformat() if letter.sent else None,
            "subject": letter.subject,
            "text": letter.text,
            "findings": [translate(finding, context=self.request) for finding in letter.findings],
            "file": f"{self.context.absolute_url()}/@@original-letter?file=1",
        }
