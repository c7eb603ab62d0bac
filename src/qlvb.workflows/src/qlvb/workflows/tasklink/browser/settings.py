"""``@@province-link``: the link with the province's system of tasks, for the system's administrator."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.outbox import wake
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.sending import ask_test
from qlvb.workflows.tasklink.sending import last_test
from qlvb.workflows.tasklink.waiting import waiting_reports
from qlvb.workflows.tasklink.words import EVENTS
from qlvb.workflows.tasklink.words import OUTCOMES
from zope.component import getUtility


MOST_LINES = 50
MOMENT = "%H:%M:%S %d/%m/%Y"
TEST_STATES = {
    "queued": (_("tasklink_test_queued", default="Đang thử kết nối…"), "info"),
    "running": (_("tasklink_test_queued", default="Đang thử kết nối…"), "info"),
    "done": (_("tasklink_test_done", default="Kết nối được"), "good"),
    "failed": (_("tasklink_test_failed", default="Không kết nối được"), "bad"),
}
WAYS = {"in": _("tasklink_way_in", default="Nhận"), "out": _("tasklink_way_out", default="Gửi")}


class LinkSettings(PostedForm):
    """Address, token, account, on and off; a try-out; what waits; the latest messages."""

    saved = False

    @cached_property
    def link(self):
        return getUtility(ITaskLink)

    @property
    def address(self):
        return f"{api.portal.get().absolute_url()}/@@province-link"

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
        job = last_test(self._userid)
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
        rows = waiting_reports()
        return [{**row, "next_try": row["next_try"].strftime(MOMENT) if row["next_try"] else ""} for row in rows]

    @property
    def log(self):
        """list of dict: the latest messages, the newest first."""
        return [
            {
                "when": line["when"].strftime(MOMENT),
                "way": WAYS[line["way"]],
                "number": line["number"],
                "url": self._url(line["number"]),
                "event": EVENTS.get(line["event"], line["event"]),
                "outcome": OUTCOMES[line["outcome"]][0],
                "tone": OUTCOMES[line["outcome"]][1],
                "text": line["text"],
            }
            for line in self.link.log(MOST_LINES)
        ]

    def _url(self, number):
        task = self.link.task(number)
        return task.absolute_url() if task is not None else ""

    @property
    def _userid(self):
        return getSecurityManager().getUser().getId()

    def save(self):
        if self.value("test"):
            ask_test(self._userid)
            return self.address
        values = {name: self.value(name) for name in ("address", "account")}
        values["enabled"] = bool(self.value("enabled"))
        typed = self.request.form.get("token")
        if isinstance(typed, str) and typed.strip():
            values["token"] = typed.strip()
        self.link.change(values)
        self.saved = True
        return None
