"""``<agency>/@@arrival-sources``: mailbox and scanner as the clerk sees them, with what was not taken and why."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.lookup import find_record
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.paging import Paged
from qlvb.content.text import show_number
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.log import OUTCOMES
from qlvb.workflows.sources.state import MAILBOX_STATES
from qlvb.workflows.sources.state import mailbox_state
from qlvb.workflows.sources.state import narrowed
from qlvb.workflows.sources.state import scanner_state
from urllib.parse import urlencode
from zope.i18n import translate


TABS = {
    "all": _("sources_tab_all", default="Tất cả"),
    "look": _("sources_tab_look", default="Cần xem"),
    "nothing": _("sources_tab_nothing", default="Không thành văn bản"),
}
UNIT = 1024


class ArrivalSources(Paged, PostedForm):
    """For the clerk; its administrator sets the mailbox on a page of his own."""

    shell_section = "incoming"

    @cached_property
    def mail(self):
        return mailbox_state(self.context)

    @cached_property
    def scanner(self):
        return scanner_state(self.context.getId())

    @property
    def state(self):
        """(words, tone)."""
        return MAILBOX_STATES[self.mail.state]

    @property
    def moments(self):
        """dict checked, next_look: as words, "" for none."""
        return {name: self.moment(getattr(self.mail, name)) for name in ("checked", "next_look")}

    @staticmethod
    def moment(value):
        return show_moment(value) if value is not None else ""

    @staticmethod
    def size(count):
        """str: bytes in the greatest fitting unit."""
        for unit in ("B", "KB"):
            if count < UNIT:
                return f"{show_number(round(count))} {unit}"
            count /= UNIT
        return f"{show_number(round(count))} MB"

    @property
    def show(self):
        asked = self.value("show")
        return asked if asked in TABS else "all"

    @cached_property
    def found(self):
        return narrowed(self.mail.letters, self.show)

    @property
    def total(self):
        return len(self.found)

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@arrival-sources"

    def asked(self):
        """See Paged."""
        return {"show": self.show}

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        return [
            {
                "title": title,
                "count": len(narrowed(self.mail.letters, name)),
                "url": f"{self.list_url}?{urlencode({'show': name})}",
                "current": name == self.show,
            }
            for name, title in TABS.items()
        ]

    def rows(self):
        """list of dict, a letter each; a record that this person may not view is not led to."""
        return [self.row(line) for line in self.found[self.start : self.start + self.page_size]]

    def row(self, line):
        words, tone, _look = OUTCOMES[line.outcome]
        record = find_record(line.record) if line.record else None
        seen = record is not None and api.user.has_permission("View", obj=record)
        return {
            "number": line.number,
            "when": show_moment(line.at),
            "sender": line.sender or "?",
            "subject": line.subject,
            "words": words,
            "tone": tone,
            "why": translate(line.why, context=self.request) if line.why else "",
            "url": record.absolute_url() if seen else "",
            "title": record.subject if seen else "",
            "takes": line.may_be_taken,
            "asked": line.uid in IMailbox(self.context).memory.wanted,
        }

    def save(self):
        number = self.value("take")
        mailbox = IMailbox(self.context)
        if number:
            mailbox.take_anyway(int(number) if number.isascii() and number.isdigit() and len(number) < 12 else 0)
            message = _("sources_will_take", default="Thư sẽ thành văn bản chờ tiếp nhận trong vòng một phút.")
        else:
            mailbox.retry()
            message = _("sources_will_look", default="Hệ thống sẽ đọc lại hộp thư trong vòng một phút.")
        api.portal.show_message(message, self.request)
        return f"{self.list_url}?{urlencode(self.asked())}"
