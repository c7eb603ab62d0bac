"""What the services of the one-stop system share: the shape of refusals, and what one account may see."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.links.incoming import verify
from qlvb.workflows.links.pace import keep_pace
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import contract_code
from qlvb.workflows.onestop.rules import may_call
from zope.component import getUtility


class OneStopService(PathService):
    """A refusal carries the contract's ``code``, ``details`` and ``requestId`` beside what every service says."""

    def reply(self):
        asked = self.request.getHeader("X-Request-Id", "")[:100]
        if asked and asked.isascii() and asked.isprintable():
            self.request.response.setHeader("X-Request-Id", asked)
        try:
            self.keep_to_limits()
        except Refused as refused:
            self.give_up(refused)
            found = refused_response(self.request, refused)
        else:
            found = super().reply()
        error = found.get("error") if isinstance(found, dict) else None
        if isinstance(error, dict):
            status = self.request.response.getStatus()
            error["code"] = contract_code(error["type"], status)
            error["details"] = [{"field": one["field"], "problem": one["code"]} for one in error["violations"]]
            error["requestId"] = asked
        return found

    def keep_to_limits(self):
        """:raises Refused: 403 the system does not call from there; 429 it asks too often, with ``Retry-After``; 401
        its signature is not good, or missing where the administrator wants one.
        """
        settings = self.link.settings
        if not may_call(self.request.getClientAddr(), settings["networks"]):
            text = _("violation_onestop_from", default="Không nhận yêu cầu từ địa chỉ mạng này.")
            raise Refused(Violation("", "forbidden_address", text), 403)
        keep_pace(self.request.response, settings["limit"], "onestop", self.link.name)
        verify(self.request, self.link.keys.working(), f"onestop/{self.link.name}", settings["signed"])

    @property
    def link(self):
        """The link of the system whose account asks."""
        return EVENTS.link_of_account(self.userid)

    def submission(self, uid):
        """The document of a submission of a linked unit. :raises Refused: 404 none, or of another unit."""
        document = find_record(uid)
        if document is None or not IOneStopDocument.providedBy(document) or not self.is_linked(document):
            raise not_found("submission")
        return document

    def is_linked(self, document):
        """bool: this system has submitted it, and its agency is in the scope of the account."""
        link = self.link
        own = case_of(document).system == link.name
        return own and getUtility(IDirectory).agency_of(document).id in link.settings["units"]


def not_found(field):
    """The Refused for what does not exist, or not for this account."""
    return Refused(Violation(field, "not_found", _("violation_onestop_not_found", default="Không tìm thấy.")), 404)
