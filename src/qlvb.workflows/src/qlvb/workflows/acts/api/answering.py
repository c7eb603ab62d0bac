"""What services share that answer with JSON: a Refused becomes the error body and nothing is stored."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
import transaction
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class AnsweringService(Service):
    """A subclass gives ``answer()``. ``path``: names in the address after the service's own."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = ()

    def publishTraverse(self, request, name):
        self.path = (*self.path, name)
        return self

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.answer()
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)

    def body(self):
        """The JSON object sent. :raises Refused: 400 it is none."""
        try:
            return json_body(self.request)
        except DeserializationError:
            message = _("violation_no_json", default="Nội dung gửi lên không phải là một đối tượng JSON.")
            raise Refused([Violation("", "no_json", message)], 400) from None

    @property
    def key(self):
        """The client's idempotency key, or None."""
        return self.request.getHeader("Idempotency-Key") or None
