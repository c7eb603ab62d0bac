"""``@arrival-sources`` of an agency: how its mailbox and its scanner stand."""

from plone import api
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.lookup import find_record
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.sources.state import mailbox_state
from qlvb.workflows.sources.state import narrowed
from qlvb.workflows.sources.state import scanner_state
from zope.i18n import translate


class SourcesGet(AnsweringService):
    """State of mailbox and scanner, and the newest letters with what became of each; ``show=look`` those that the
    clerk has to see to, ``show=nothing`` those that became no document.
    """

    def answer(self):
        mail, scanner = mailbox_state(self.context), scanner_state(self.context.getId())
        return {
            "@id": f"{self.context.absolute_url()}/@arrival-sources",
            "mailbox": {
                "state": mail.state,
                "account": mail.account,
                "folder": mail.folder,
                "checked": _iso(mail.checked),
                "next_look": _iso(mail.next_look),
                "error": mail.error,
                **mail.counts,
            },
            "letters": [self.letter(line) for line in narrowed(mail.letters, self.request.form.get("show"))],
            "scanner": {
                "set_up": scanner.set_up,
                "taken_today": scanner.done,
                "waiting": [self.file(one) for one in scanner.waiting],
                "refused": [{**self.file(one), "why": one.why} for one in scanner.refused],
            },
        }

    def letter(self, line):
        record = find_record(line.record) if line.record else None
        may = record is not None and api.user.has_permission("View", obj=record)
        return {
            "number": line.number,
            "at": _iso(line.at),
            "sender": line.sender,
            "subject": line.subject,
            "outcome": line.outcome,
            "why": translate(line.why, context=self.request) if line.why else "",
            "record": record.absolute_url() if may else None,
            "may_be_taken": line.may_be_taken,
        }

    @staticmethod
    def file(one):
        return {"name": one.name, "at": _iso(one.when), "size": one.size}


class SourcesPost(SourcesGet):
    """``{"retry": true}`` has the mailbox read again without a pause; ``{"take": number}`` has an entry made of an
    automatic letter.
    """

    def answer(self):
        body = self.body()
        if violations := unknown_fields(body, ("retry", "take")):
            raise Refused(violations)
        retry, number = body.get("retry", False), body.get("take")
        if not isinstance(retry, bool) or (number is not None and type(number) is not int) or not (retry or number):
            text = _("violation_sources_body", default="Gửi retry (true) hoặc take (số của thư trong nhật ký).")
            raise Refused(Violation("take" if number is not None else "retry", "wrong", text))
        mailbox = IMailbox(self.context)
        if number is not None:
            mailbox.take_anyway(number)
        if retry:
            mailbox.retry()
        return super().answer()


def _iso(moment):
    return moment.isoformat() if moment is not None else None
