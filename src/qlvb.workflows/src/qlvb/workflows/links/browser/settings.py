"""The page of a link's settings, for the system's administrator: a room says which link, and in which words."""

from abc import ABC
from abc import abstractmethod
from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.links.trying import ask_test
from qlvb.workflows.links.trying import last_test
from qlvb.workflows.links.words import TEST_STATES
from qlvb.workflows.links.words import WAYS
from qlvb.workflows.outbox import wake
from zExceptions import NotFound
from zope.i18n import translate


MOST_LINES = 50


class LinkSettings(PostedForm, ABC):
    """Address, token, account, on and off; a try-out; what waits; the latest messages."""

    index = ViewPageTemplateFile("templates/settings.pt")
    saved = False
    #: The room's Line.
    line = None
    #: Messages title, enabled, address, account, account_help, waiting, waiting_none, number, log, log_none.
    words = {}
    #: Id of the act that sends failed messages of a record again.
    again_act = ""
    #: Event -> words, and outcome -> (words, tone), of the log.
    events = {}
    outcomes = {}

    @cached_property
    def link(self):
        """The link that ``?system=`` names. :raises NotFound: there is none."""
        found = self.line.link_named(str(self.request.form.get("system", "")))
        if found is None:
            raise NotFound("system")
        return found

    @property
    def address(self):
        return self.address_of(self.link)

    def address_of(self, link):
        address = f"{api.portal.get().absolute_url()}/@@{self.line.name}"
        return f"{address}?system={link.name}" if link.name else address

    @property
    def systems(self):
        """list of dict title, url, current: the systems to choose among; empty where there is one at most."""
        if not self.line.several:
            return []
        found = enumerate(self.line.links(), start=1)
        return [
            {
                "title": link.settings["title"] or f"{self.word(self.words['title'])} {place}",
                "url": self.address_of(link),
                "current": "page" if link.name == self.link.name else None,
            }
            for place, link in found
        ]

    def word(self, message):
        return translate(message, context=self.request)

    def shown(self, name):
        """str: what was typed, else what is kept."""
        return self.value(name, self.link.settings[name])

    @property
    def enabled(self):
        if self.request.method == "POST" and not self.saved:
            return bool(self.value("enabled"))
        return self.link.settings["enabled"]

    @property
    def removed(self):
        """str: when the system was removed, "" while it is linked."""
        return show_moment(self.link.removed, seconds=True)

    def more(self):
        """HTML of a card that the link has of its own, "" for none."""
        return ""

    @property
    def worker(self):
        return wake.worker_running()

    @cached_property
    def test(self):
        """dict words, tone, when, error of the last try-out, or None; looked at again while it is under way."""
        job = last_test(self.line.test_kind, self._userid, self.link.name)
        if job is None:
            return None
        if job.state in ("queued", "running") and self.worker:
            self.request.response.setHeader("Refresh", f"3; url={self.address}")
        words, tone = TEST_STATES[job.state]
        return {
            "words": words,
            "tone": tone,
            "when": show_moment(job.finished or job.created, seconds=True),
            "error": job.error,
        }

    @property
    def waiting(self):
        """list of dict: what has not reached the other side."""
        rows = self.line.waiting_rows(self.link)
        return [{**row, "next_try": show_moment(row["next_try"], seconds=True)} for row in rows]

    @property
    def log(self):
        """list of dict: the latest messages, the newest first."""
        return [
            {
                "when": show_moment(line["when"], seconds=True),
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

    @abstractmethod
    def url_of(self, number):
        """str: where the record of a line of the log is, "" for nowhere."""

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
            ask_test(self.line.test_kind, self._userid, self.link.name)
            return self.address
        if self.value("again"):
            for record in self.failed_records(self.value("again")):
                IActs(record).perform(self.again_act)
            return self.address
        if self.value("remove"):
            self.link.remove()
            return self.address
        if self.value("add"):
            return self.address_of(self.line.add({"title": self.value("new_title").strip()}))
        values = {name: self.value(name) for name in ("address", "account")}
        values["enabled"] = bool(self.value("enabled"))
        values.update(self.own_values())
        typed = self.request.form.get("token")
        if isinstance(typed, str) and typed.strip():
            values["token"] = typed.strip()
        self.link.change(values)
        self.saved = True
        return None
