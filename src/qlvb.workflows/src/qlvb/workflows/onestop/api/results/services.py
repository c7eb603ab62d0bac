"""Results for one-stop systems that ask instead of being called; both ways share one line."""

from functools import cached_property
from qlvb.content import _
from qlvb.content.exposures.lid import closed_by
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import serve
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.api.service import not_found
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.incoming import agency_of_code
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.line import sent_json
from qlvb.workflows.onestop.line import version_of
from qlvb.workflows.onestop.rules import CONTRACT
from zope.component import getUtility


MOST = 100
#: What the other side says of a result -> its state here.
ACKNOWLEDGED = {"processed": "confirmed", "failed": "failed", "resend": "queued"}


class ResultService(OneStopService):
    """Base: finds the package that the address names."""

    @cached_property
    def package(self):
        """(document, Dispatch). :raises Refused: 404."""
        document = self.link.package(self.path[0]) if self.path else None
        if document is None or not self.is_linked(document) or closed_by(document):
            raise not_found("package")
        return document, case_of(document).get(self.path[0])


class ResultsGet(ResultService):
    """Results that were not acknowledged yet (``?unit=``, ``?limit=`` at most 100); ``/<package>``: one of them, with
    ``status``; ``/<package>/files/<file>``: the bytes of one of its files.
    """

    def render(self):
        """A file goes out as it is, all else as JSON."""
        if len(self.path) != 3 or self.path[1] != "files":
            return super().render()
        self.check_permission()
        try:
            document, dispatch = self.package
        except Refused:
            return super().render()
        told = (dispatch.body.get("document") or {}).get("files", ())
        version = version_of(document, self.path[2]) if any(one["fileId"] == self.path[2] for one in told) else None
        if version is None:
            return super().render()
        return serve(document, IFileStore(document).get(self.path[2].rpartition(".")[0]), version, self.request)

    def answer(self):
        if not self.path:
            return {"items": self.waiting()}
        if len(self.path) > 1:
            raise not_found("file")
        document, dispatch = self.package
        return {**sent_json(document, dispatch, self.link.settings["inline"]), "status": dispatch.state}

    def waiting(self):
        """list of dict: the oldest results that were not acknowledged, without their contents."""
        form = self.request.form
        limit, unit = str(form.get("limit", MOST)), form.get("unit")
        if not limit.isascii() or not limit.isdigit() or not 1 <= int(limit) <= MOST:
            text = _("violation_onestop_limit", default="limit phải là số từ 1 đến ${max}.", mapping={"max": str(MOST)})
            raise Refused(Violation("limit", "invalid", text))
        agency = agency_of_code(unit) if isinstance(unit, str) else None
        if unit and agency is None:
            raise not_found("unit")
        found, directory = [], getUtility(IDirectory)
        for package_id, document in self.link.open_packages():
            if self.is_linked(document) and not closed_by(document) and agency in (None, directory.agency_of(document)):
                found.append(self.row(package_id, document))
        return found[: int(limit)]

    def row(self, package_id, document):
        """dict: one of the list."""
        dispatch = case_of(document).get(package_id)
        return {
            "packageId": package_id,
            "type": dispatch.event,
            "caseCode": case_of(document).case_code,
            "occurredAt": dispatch.when.isoformat(timespec="seconds"),
            "status": dispatch.state,
            "@id": f"{self.context.absolute_url()}/{CONTRACT}/results/{package_id}",
        }


class ResultsPost(ResultService):
    """``/<package>/ack`` with ``status`` processed, failed or resend, and a ``message``: what became of a result."""

    def answer(self):
        if len(self.path) != 2 or self.path[1] != "ack":
            raise not_found("path")
        document, dispatch = self.package
        body = self.body()
        state, said = ACKNOWLEDGED.get(str(body.get("status"))), body.get("message") or ""
        if state is None or not isinstance(said, str) or set(body) - {"status", "message"}:
            text = _("violation_onestop_ack", default="status phải là một trong: processed, failed, resend.")
            raise Refused(Violation("status", "invalid", text))
        if dispatch.state != state:
            EVENTS.acknowledge(document, dispatch, state, " ".join(said.split())[:300])
        return {"packageId": dispatch.id, "status": dispatch.state}
