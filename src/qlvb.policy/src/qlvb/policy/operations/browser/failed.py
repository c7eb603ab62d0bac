"""``@@failed-jobs``: work that the worker gave up, set going again one by one or all of a page."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.paging import Paged
from qlvb.policy.operations import queues
from urllib.parse import urlencode
from zope.i18n import translate


class FailedJobs(Paged, PostedForm):
    """Lists and retries."""

    @property
    def group(self):
        asked = self.value("group")
        return asked if asked in queues.GROUP_TITLES else queues.EVERYTHING

    @cached_property
    def found(self):
        return queues.failed_jobs(self.group, self.start, self.page_size)

    @property
    def total(self):
        return self.found[1]

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@failed-jobs"

    def asked(self):
        """See Paged."""
        return {"group": self.group}

    def url(self, group):
        return f"{self.list_url}?{urlencode({'group': group})}"

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        return [
            {
                "title": queues.GROUP_TITLES[line.group],
                "count": line.failed,
                "url": self.url(group=line.group),
                "current": line.group == self.group,
            }
            for line in queues.lines()
        ]

    def rows(self):
        """list of dict."""
        return [
            {
                "id": job.id,
                "kind": queues.KIND_TITLES.get(job.kind, job.kind),
                "when": show_moment(job.when),
                "error": translate(job.error, context=self.request),
                "attempts": job.attempts,
                "title": getattr(job.record, "subject", "") or job.record.Title() if self.is_record(job) else "",
                "url": job.record.absolute_url() if self.is_record(job) else "",
            }
            for job in self.found[0]
        ]

    def is_record(self, job):
        """bool: the job is about something that has a page, not about a person's desk."""
        return hasattr(job.record, "Title")

    def save(self):
        asked = self.request.form.get("job", [])
        jobs = [one for one in (asked if isinstance(asked, list) else [asked]) if isinstance(one, str)]
        by = api.user.get_current().getId()
        for job_id in jobs[: self.page_size]:
            queues.retry(job_id, by)
        mapping = {"count": str(len(jobs[: self.page_size]))}
        message = _("failed_jobs_again", default="${count} việc được làm lại.", mapping=mapping)
        api.portal.show_message(message, self.request)
        return self.url(self.group)
