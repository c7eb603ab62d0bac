"""The page of a link's settings, for the system's administrator: a room says which link, and in which words."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.links.trying import ask_test
from qlvb.workflows.links.trying import last_test
from qlvb.workflows.links.words import TEST_STATES
from qlvb.workflows.links.words import WAYS
from qlvb.workflows.outbox import wake


MOST_LINES = 50
MOMENT = "%H:%M:%S %d/%m/%Y"


class LinkSettings(PostedForm):
    """Address, token, account, on and off; a try-out; what waits; the latest messages."""

    index = ViewPageTemplateFile("templates/settings.pt")
    saved = False
    #: The room's Line, the kind of its try-out, and the name of the page.
    line = None
    test_kind = ""
    page = ""
    #: Messages title, enabled, address, account, account_help, waiting, waiting_none, number, log, log_none.
    words = {}
    #: Id of the act that sends failed messages of a record again.
    again_act = ""
    #: Event -> words, and outcome -> (words, tone), of the log.
    events = {}
    outcomes = {}

    @cached_property
    def link(self):
        return self.line.link

    @property
    def address(self):
        return f"{api.portal.get().absolute_url()}/@@{self.page}"

    def shown(self, name):
        """str: what was typed, else what is kept."""
        return self.value(name, self.link.settings[name])

    @property
    def enabled(self):
        if self.request.method == "POST" and not self.saved:
            return bool(self.value("enabled"))
        return self.link.settings["enabled"]

    @property
    def worker(self):
        return wake.worker_running()

    @cached_property
    def test(self):
        """dict words, tone, when, error of the last try-out, or None; looked at again while it is under way."""
        job = last_test(self.test_kind, self._userid)
        if job is None:
            return None
        if job.state in ("queued", "running") and self.worker:
            self.request.response.setHeader("Refresh", f"3; url={self.address}")
        words, tone = TEST_STATES[job.state]
        return {
            "words": words,
            "tone": tone,
            "when": (job.finished or job.created).strftime(MOMENT),
            "error": job.error,
        }

    @property
    def waiting(self):
        """list of dict: what has not reached the other side."""
        rows = self.line.waiting_rows()
        return [{**row, "next_try": row["next_try"].strftime(MOMENT) if row["next_try"] else ""} for row in rows]

    @property
    def log(self):
        """list of dict: the latest messages, the newest first."""
        return [
            {
                "when": line["when"].strftime(MOMENT),
                "way": WAYS[line["way"]],
                "number": line["number"],
                "url": self.url_of(line["number"]),
                "event": self.events.get(line["event"], line["event"]),
                "outcome": self.outcomes[line["outcome"]][0],
                "tone": self.outcomes[line["outcome"]][1],
                "text": line["text"],
                "again": line["number"] if self.may_resend(line) else "",
            }
            for line in self.link.log(MOST_LINES)
        ]

    def url_of(self, number):
        """str: where the record of a line of the log is, "" for nowhere."""
        raise NotImplementedError(type(self).__name__)

    def failed_records(self, number):
        """list: records of a line of the log with messages that did not arrive, which can go again from here."""
        return []

    def may_resend(self, line):
        return line["way"] == "out" and line["outcome"] == "failed" and bool(self.failed_records(line["number"]))

    def own_fields(self):
        """list of dict name, label, help, kind (text, lines, checkbox), value: the link's own settings."""
        return []

    def own_values(self):
        """dict: the link's own settings as posted."""
        return {}

    @property
    def _userid(self):
        return getSecurityManager().getUser().getId()

    def save(self):
        if self.value("test"):
            ask_test(self.test_kind, self._userid)
            return self.address
        if self.value("again"):
            for record in self.failed_records(self.value("again")):
                IActs(record).perform(self.again_act)
            return self.address
        values = {name: self.value(name) for name in ("address", "account")}
        values["enabled"] = bool(self.value("enabled"))
        values.update(self.own_values())
        typed = self.request.form.get("token")
        if isinstance(typed, str) and typed.strip():
            values["token"] = typed.strip()
        self.link.change(values)
        self.saved = True
        return None
