"""``@@local-signing/<token>``: GET gives the file out, POST takes it back signed. The token is all that opens it."""

import json
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from qlvb.content.files.serving import send
from qlvb.content.files.versions import PDF
from qlvb.content.violations import Refused
from qlvb.workflows.localsigning.arriving import arrive
from qlvb.workflows.localsigning.interfaces import ILocalService
from qlvb.workflows.localsigning.settings import SERVICE
from qlvb.workflows.localsigning.tickets import find_sheet
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Name of the part of the form in which VGCA Sign Service sends the file; other makes may call it otherwise.
PART = "uploadfile"
UNKNOWN = 404


@implementer(IPublishTraverse)
class Exchange(BrowserView):
    """The service has no session of the person's. A name behind the token is for the eye: the file's."""

    path = ()

    def publishTraverse(self, request, name):
        if len(self.path) == 2:
            raise NotFound(name)
        self.path = (*self.path, name)
        return self

    def __call__(self):
        if not self.path:
            raise NotFound("token")
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Referrer-Policy", "no-referrer")
        return self.take() if self.request.method == "POST" else self.give()

    def give(self):
        """The file to be signed, exactly as it is to be continued."""
        try:
            _ticket, stored = find_sheet(self.path[0])
        except Refused as refused:
            self.request.response.setStatus(refused.status)
            return self.said(refused.violations)
        sheet = stored.sheet
        return send(self.request, sheet.before, sheet.filename, PDF)

    def take(self):
        """JSON for the service. What the rules refuse is said in it with status 200: it shows people nothing else."""
        alsoProvides(self.request, IDisableCSRFProtection)  # the token in the address is spent by it
        service, sheet = getUtility(ILocalService, name=SERVICE), None
        try:
            sheet, violations = arrive(self.path[0], self.sent())
        except Refused as refused:
            violations = refused.violations
            if refused.status == UNKNOWN:
                self.request.response.setStatus(UNKNOWN)
        answer = service.answer(sheet, not violations, self.said(violations))
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps(answer, ensure_ascii=False)

    def sent(self):
        """The file that was sent (binary stream), or None."""
        form = self.request.form
        parts = [form.get(PART), *form.values()]
        return next((part for part in parts if hasattr(part, "read") and hasattr(part, "filename")), None)

    def said(self, violations):
        """str: their messages."""
        return " ".join(translate(violation.message, context=self.request) for violation in violations)
