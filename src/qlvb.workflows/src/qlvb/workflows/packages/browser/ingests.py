"""``<agency>/@@package-ingests``: SIPs sent to the agency's archive, and what came of them."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.api.ingests.service import ingest_json
from qlvb.workflows.packages.ingesting.runs import Ingests


STATES = {
    "queued": (_("package_state_queued", default="Đang chờ"), "info"),
    "running": (_("ingest_state_running", default="Đang kiểm tra"), "info"),
    "done": (_("ingest_state_done", default="Đã tiếp nhận"), "good"),
    "checked": (_("ingest_state_checked", default="Kiểm tra đạt"), "good"),
    "refused": (_("ingest_state_refused", default="Không tiếp nhận"), "bad"),
    "failed": (_("ingest_state_failed", default="Lỗi"), "bad"),
}


class IngestsView(PostedForm):
    """A form for the file, and the list of what was sent."""

    shell_section = "archive"

    @property
    def ingests(self):
        return Ingests(current())

    @property
    def page(self):
        return f"{self.context.absolute_url()}/@@package-ingests"

    def rows(self):
        """Newest first: list of dict."""
        return [self._row(run) for run in self.ingests.of(self.context.getId())]

    def _row(self, run):
        found = ingest_json(self.context, run, self.request)
        state = "checked" if found["state"] == "done" and run.only_check else found["state"]
        title, tone = STATES[state]
        when = show_moment(run.created)
        errors = [finding for finding in found["findings"] if finding["severity"] == "error"]
        remarks = [finding for finding in found["findings"] if finding["severity"] != "error"]
        return {**found, "state_title": title, "tone": tone, "when": when, "errors": errors, "remarks": remarks}

    @property
    def under_way(self):
        return any(self.ingests.state(run) in ("queued", "running") for run in self.ingests.of(self.context.getId()))

    def save(self):
        if self.value("remove"):
            self.ingests.remove(self.ingests.get(self.value("remove"), self.context.getId()))
            return self.page
        if self.value("go_on"):
            self.ingests.take(self.ingests.get(self.value("go_on"), self.context.getId()))
            return self.page
        only_check = self.value("do") != "take"
        self.ingests.ask(
            self.context.getId(), self.request.form.get("file"), only_check, bool(self.value("historical"))
        )
        return self.page
