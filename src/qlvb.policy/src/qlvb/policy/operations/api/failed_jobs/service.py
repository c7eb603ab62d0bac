"""``GET @failed-jobs``, ``POST @failed-jobs/<id>``."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.operations import queues
from zope.i18n import translate


class FailedGet(AnsweringService):
    """Jobs that the worker gave up, the newest first, 200 at most; ``group`` (exchange, recognition, signatures, other)
    narrows.
    """

    def answer(self):
        group = self.request.form.get("group", queues.EVERYTHING)
        if group not in queues.GROUP_TITLES:
            message = _("violation_queue", default="Không có hàng đợi này.")
            raise Refused(Violation("group", "group_unknown", message))
        jobs, total = queues.failed_jobs(group, size=200)
        items = [
            {
                "id": job.id,
                "kind": job.kind,
                "when": job.when.isoformat(),
                "error": translate(job.error, context=self.request),
                "attempts": job.attempts,
                "record": job.record.absolute_url() if hasattr(job.record, "Title") else None,
            }
            for job in jobs
        ]
        return {"@id": f"{self.context.absolute_url()}/@failed-jobs", "items": items, "items_total": total}


class RetryPost(PathService):
    """Set the job that the address names going again (204); 404 there is none, 409 it has not failed."""

    def answer(self):
        queues.retry(self.only_name, self.userid)
        return self.reply_no_content()
