"""``@@retention-changes``: dossiers that the schedule says otherwise; the archivist decides which follow it."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.people import name_of
from qlvb.content.paging import PagedRows
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.acts.many.showing import shown
from qlvb.workflows.filing.acts.retention import FollowSchedule
from qlvb.workflows.filing.retention_changes import changes_of
from qlvb.workflows.filing.retention_changes import differing
from qlvb.workflows.filing.retention_changes import follow


STATES = {
    "queued": (_("retention_run_queued", default="Đang chờ"), "info"),
    "running": (_("retention_run_running", default="Đang thực hiện"), "info"),
    "done": (_("retention_run_done", default="Đã xong"), "good"),
    "failed": (_("retention_run_failed", default="Lỗi"), "bad"),
}


class RetentionChanges(PagedRows, PostedForm):
    """What would change by rows of the schedule, the dossiers, and the runs that the archivist has asked for. POST
    tries a run or starts one: of the chosen rows and dossiers, of all where none is chosen.
    """

    shell_section = "dossiers"
    page_size = 100

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@retention-changes"

    @property
    def runs(self):
        return ActRuns(api.user.get_current().getId())

    @cached_property
    def differences(self):
        return differing(self.context.getId())

    def summary(self):
        """By row of the schedule and present period: list of dict."""
        return [
            {
                "token": one.governing.token,
                "name": one.governing.name,
                "basis": one.governing.basis,
                "old": one.period.label if one.period else None,
                "new": one.governing.period.label,
                "count": one.count,
                "longer": one.longer,
            }
            for one in changes_of(self.differences)
        ]

    def listed(self):
        """See PagedRows."""
        return self.differences

    def rows(self):
        """list of dict: dossiers of this page."""
        return [
            {
                "uid": one.row.uid,
                "url": one.row.url,
                "code": one.row.reference,
                "title": one.row.subject,
                "year": one.row.year,
                "holder": name_of(one.row.holder),
                "old": one.period.label if one.period else None,
                "new": one.governing.period.label,
                "basis": one.governing.basis,
                "longer": one.longer,
            }
            for one in self.batch
        ]

    @cached_property
    def past(self):
        """Runs, the newest first: list of dict."""
        runs = self.runs
        return [self._run(runs, run) for run in runs.of_act(self.context.getId(), FollowSchedule.id)]

    def _run(self, runs, run):
        found = shown(runs, run)
        title, tone = STATES[found["state"]]
        when = show_moment(run.created)
        return {**found, "when": when, "title": title, "tone": tone, "reason": run.data["reason"]}

    @property
    def under_way(self):
        return any(one["goes_on"] for one in self.past)

    def save(self):
        if self.value("remove"):
            self.runs.remove(self.runs.get(self.value("remove"), self.context.getId()))
            return self.list_url
        form, me = self.request.form, api.user.get_current().getId()
        only_check = self.value("do") != "follow"
        rows, uids = (form.get(name) or [] for name in ("rows", "uids"))
        follow(self.context.getId(), me, {"reason": self.value("reason")}, rows, uids, only_check)
        return self.list_url
