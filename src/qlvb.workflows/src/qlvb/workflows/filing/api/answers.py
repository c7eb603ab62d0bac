"""What the services of filing share: refusals, bodies, dossiers as JSON."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
import transaction
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class FilingService(Service):
    """``answer`` gives the body; a Refused becomes the error body and nothing is stored."""

    name = None

    def publishTraverse(self, request, name):
        self.name = name
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


def refuse(field, code, message, status):
    """:raises Refused: always."""
    raise Refused([Violation(field, code, message)], status)


def dossier_json(dossier, request):
    """dict of a dossier with its retention and totals."""
    documents, pages = IDossierContents(dossier).totals()
    kept, ends = period(dossier), due(dossier)
    return {
        "@id": dossier.absolute_url(),
        "UID": dossier.UID(),
        "code": dossier.code,
        "title": dossier.title,
        "year": dossier.year,
        "state": api.content.get_state(dossier),
        "holder": dossier.holder,
        "start_date": dossier.start_date.isoformat() if dossier.start_date else None,
        "end_date": dossier.end_date.isoformat() if dossier.end_date else None,
        "documents": documents,
        "pages": pages,
        "retention": {
            "kind": kept.kind if kept else None,
            "years": kept.years if kept else None,
            "label": translate(kept.label, context=request) if kept else "",
            "due": ends.date.isoformat() if ends and ends.date else None,
            "reason": ends.reason if ends else "",
            "sentence": translate(ends.sentence, context=request) if ends else "",
        },
    }
