"""Plain forms: shown on GET, done on POST with a token, shown again with what was refused."""

from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
import transaction
from zope.i18n import translate


class PostedForm(BrowserView):
    """A subclass gives ``save()``, which returns the address to go to or None to show the page again; what it did
    before it was refused is not stored.
    """

    shell_section = "administration"
    violations = ()

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                target = self.save()
            except Refused as refused:
                transaction.doom()
                self.request.response.setStatus(refused.status)
                self.violations = refused.violations
            else:
                if target:
                    return self.request.response.redirect(target)
        return self.index()

    def value(self, name, default=""):
        """What was typed, composed and stripped; else ``default``."""
        given = self.request.form.get(name, default)
        return nfc(given).strip() if isinstance(given, str) else default

    def problems(self):
        """list of dict: field, message; in the language of the request."""
        return [
            {"field": violation.field, "message": translate(violation.message, context=self.request)}
            for violation in self.violations
        ]

    def problem(self, field):
        """Message of the first violation of ``field``, or ""."""
        return next((item["message"] for item in self.problems() if item["field"] == field), "")
