"""``GET @jobs`` lists, ``POST @jobs/<id>/retry`` sets a failed job going again."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.outbox.interfaces import IJobs
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


def job_json(job, request):
    """dict of a job, its message in the language of the request."""
    data = job.as_json()
    data["error"] = translate(job.error, context=request)
    return data


class JobsGet(Service):
    """The jobs of the record, oldest first."""

    def reply(self):
        jobs = [job_json(job, self.request) for job in IJobs(self.context).all()]
        return {"@id": f"{self.context.absolute_url()}/@jobs", "items": jobs, "items_total": len(jobs)}


@implementer(IPublishTraverse)
class JobsRetry(Service):
    """``POST @jobs/<id>/retry`` sets a failed job going again."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.params = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            if len(self.params) != 2 or self.params[1] != "retry":
                message = _("violation_job_unknown", default="Không có tác vụ này.")
                raise Refused(Violation("job", "job_unknown", message), status=404)
            job = IJobs(self.context).retry(self.params[0], by=api.user.get_current().getId())
        except Refused as refused:
            return refused_response(self.request, refused)
        return job_json(job, self.request)
