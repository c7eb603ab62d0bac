"""``GET @route``: where the document stands and why, and every step it has taken."""

from plone.restapi.services import Service
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.outgoing.standing import holder_names
from qlvb.workflows.outgoing.standing import standing
from zope.component import getUtility
from zope.i18n import translate


class RouteGet(Service):
    """Where the draft is and how it got there: ``{"@id", "standing": {...}, "items": [steps]}``."""

    def reply(self):
        stands = standing(self.context)
        stands["sentence"] = translate(stands["sentence"], context=self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@route",
            "standing": stands,
            "items": [step_as_json(step) for step in IRoute(self.context).steps()],
        }


def step_as_json(step):
    """dict of JSON values of one step."""
    directory = getUtility(IDirectory)
    return {
        "id": step.id,
        "kind": step.kind,
        "person": {"id": step.person, "name": holder_names(step)},
        "sent_by": {"id": step.sent_by, "name": directory.person(step.sent_by).fullname},
        "request": step.request,
        "since": step.since.isoformat(),
        "done": step.done.isoformat() if step.done else None,
        "done_by": {"id": step.done_by, "name": directory.person(step.done_by).fullname} if step.done_by else None,
        "on_behalf": {"id": step.on_behalf, "name": directory.person(step.on_behalf).fullname}
        if step.on_behalf
        else None,
        "basis": step.basis,
        "outcome": step.outcome,
        "comment": step.comment,
        "file_version": step.file_version,
        "file_sha256": step.file_sha256,
    }
