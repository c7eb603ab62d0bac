"""The refusal of whatever a hold forbids, whichever way it comes."""

from qlvb.content.violations import Refused
from zExceptions import Forbidden
from zope.globalrequest import getRequest
from zope.i18n import translate


class RecordHeld(Refused, Forbidden):
    """A :class:`Refused` for acts and services; for Zope's own doors (forms, WebDAV, manage screens) a 403.

    The workflow tool makes what it catches anew out of itself, so one of its kind is taken, too.
    """

    def __init__(self, violations):
        super().__init__(violations.violations if isinstance(violations, Refused) else violations, 403)

    def __str__(self):
        request = getRequest()
        return " ".join(translate(violation.message, context=request) for violation in self.violations)
